/**
 * Decides on comments without leaving the queue: the buttons of a row send by themselves, and keys press
 * the buttons of the row that has the focus. Without this script each button sends the form and comes back.
 */
const KEYS = { a: "approved", r: "rejected", s: "spam" };
const STEPS = { j: 1, k: -1 };
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]";

const form = document.getElementById("decide");
const announcement = document.getElementById("decided");
// Who has turned shortcuts off in the account wants none here either (WCAG 2.1.4).
const { KEYBOARD_SHORTCUTS_ENABLED } = JSON.parse(document.getElementById("wagtail-config").textContent);

const rows = () => [...document.querySelectorAll("[data-comment]")];
const focusedRow = () => document.activeElement.closest("[data-comment]");

function go(step) {
  const all = rows();
  const at = all.indexOf(focusedRow());
  const next = at < 0 ? all[0] : all[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function show(row, { status, label }) {
  row.dataset.comment = status;
  row.dataset.decided = "";
  const shown = row.querySelector("[data-status]");
  shown.dataset.status = status;
  shown.textContent = label;
  for (const button of row.querySelectorAll("button[name=status]")) {
    const isPressed = button.value === status;
    button.setAttribute("aria-pressed", isPressed);
    button.classList.toggle("button-secondary", !isPressed);
  }
}

function count(counts) {
  for (const [status, number] of Object.entries(counts)) {
    const shown = document.querySelector(`[data-count="${status}"]`);
    if (shown) shown.textContent = number.toLocaleString(document.documentElement.lang);
  }
}

async function send(button) {
  const row = button.closest("[data-comment]");
  row.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(button.formAction, {
      method: "POST",
      body: new FormData(form, button),
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    });
    if (!response.ok) throw new Error(response.statusText);
    const decided = await response.json();
    show(row, decided);
    count(decided.counts);
    announcement.textContent = decided.fault || decided.label;
    announcement.classList.toggle("w-sr-only", !decided.fault);
  } catch {
    announcement.textContent = form.dataset.failed;
    announcement.classList.remove("w-sr-only");
  } finally {
    row.removeAttribute("aria-busy");
  }
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest(TYPING)) return;
  if (event.key in STEPS) {
    event.preventDefault();
    go(STEPS[event.key]);
  } else if (event.key in KEYS && focusedRow()) {
    event.preventDefault();
    focusedRow().querySelector(`button[value=${KEYS[event.key]}]`).click();
    go(1);
  }
}

function hint() {
  for (const keys of document.querySelectorAll("[data-keys]")) keys.hidden = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.submitter);
});

if (KEYBOARD_SHORTCUTS_ENABLED) {
  document.addEventListener("keydown", press);
  document.addEventListener("w-swap:success", hint);
  hint();
}
