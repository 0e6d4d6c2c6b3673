// Saves work; nothing depends on it.
"use strict";

// A second press of a button that has sent its form does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// What is wrong is read out first.
const errors = document.querySelector(".errors");
if (errors) errors.focus();
