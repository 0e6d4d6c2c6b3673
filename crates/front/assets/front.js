// Saves work; nothing depends on it.
"use strict";

// A second press of a button that has sent its form does nothing, for a while: what is sent twice acts once all the same.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 20000);
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// What is wrong is read out first.
const errors = document.querySelector(".errors");
if (errors) errors.focus();

// Who has been here before is filled in when their number is typed, and goes when it is corrected; what was typed by hand stays.
const recall = document.querySelector("[data-recall]");
if (recall) {
  const number = recall.querySelector("input");
  const blank = { name: "", kind: "citizen", phone: "", email: "", address: "" };
  const filled = { ...blank };
  let asked = 0;
  number.addEventListener("change", async () => {
    const mine = ++asked;
    const answer = await fetch(`${recall.dataset.recall}?so=${encodeURIComponent(number.value)}`);
    const known = answer.ok && !answer.redirected ? await answer.json() : null;
    if (mine !== asked) return;
    for (const own of Object.keys(blank)) {
      const field = document.getElementById(`/applicant/${own}`);
      const isByHand = field.value !== blank[own] && field.value !== filled[own];
      if (!isByHand) field.value = filled[own] = known?.[own] ?? blank[own];
    }
    number.form.dispatchEvent(new Event("change"));
  });
}

// What is missing is said as it arises; of two answers under way the later counts. A file that was chosen is there, though its
// bytes haven't been sent yet.
const check = document.querySelector("[data-check]");
if (check) {
  const form = check.closest("form");
  const chosen = "00000000-0000-0000-0000-000000000000";
  let asked = 0;
  form.addEventListener("change", async () => {
    const mine = ++asked;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") body.append(name, value);
      else if (value.name) body.set(name, chosen);
    }
    const answer = await fetch(check.dataset.check, { method: "POST", body });
    if (mine !== asked) return;
    if (answer.redirected) check.textContent = check.dataset.ended;
    else if (answer.ok) check.innerHTML = await answer.text();
  });
}
