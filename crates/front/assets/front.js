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

// Who has been here before is filled in when their number is typed; what was typed by hand stays.
const recall = document.querySelector("[data-recall]");
if (recall) {
  const number = recall.querySelector("input");
  const fields = { name: "/applicant/name:text", phone: "/applicant/phone", email: "/applicant/email", address: "/applicant/address" };
  number.addEventListener("change", async () => {
    const answer = await fetch(`${recall.dataset.recall}?so=${encodeURIComponent(number.value)}`);
    const known = answer.ok ? await answer.json() : null;
    for (const [own, name] of Object.entries(fields)) {
      const field = document.getElementById(name);
      if (known && field && !field.value) field.value = known[own];
    }
  });
}

// What is missing is said as it arises; of two answers under way the later counts.
const check = document.querySelector("[data-check]");
if (check) {
  const form = check.closest("form");
  let asked = 0;
  form.addEventListener("change", async () => {
    const mine = ++asked;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    const answer = await fetch(check.dataset.check, { method: "POST", body });
    if (answer.ok && mine === asked) check.innerHTML = await answer.text();
  });
}
