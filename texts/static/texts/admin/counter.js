// Says below a text, while it is typed, how many parts it has and how it will come.

const PAUSE = 300;

function attach(field) {
  const below = document.createElement("div");
  below.className = "texts-counter";
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  const bubble = document.createElement("p");
  bubble.className = "texts-bubble";
  below.append(count, bubble);
  field.after(below);

  let timer;
  let asked = 0;

  async function ask() {
    const mine = ++asked;
    const form = field.form;
    const body = new FormData();
    body.set("body", field.value);
    body.set("site", form.elements.site?.value ?? "");
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const response = await fetch(field.dataset.textsCounter, { method: "POST", body });
    if (!response.ok || mine !== asked) return;
    const told = await response.json();
    count.textContent = told.faults.length ? told.faults.join(" ") : told.count;
    bubble.textContent = told.text;
    bubble.hidden = !told.text;
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  ask();
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-texts-counter]").forEach(attach);
});
