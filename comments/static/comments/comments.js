// Opens the comments where an address leads to one of them, and brings the form to the comment that is answered.

const list = document.querySelector(".comments-list");
const reply = document.querySelector("#reply");

function showTarget() {
  const target = location.hash.startsWith("#comment") && document.querySelector(location.hash);
  if (!target) return;
  if (list) list.open = true;
  target.scrollIntoView();
}

function answer(link) {
  reply.querySelector("[name=parent]").value = link.dataset.parent;
  reply.querySelector("h3").textContent = link.textContent;
  link.closest("article").append(reply);
  reply.querySelector("input:not([type=hidden])").focus();
}

list?.addEventListener("click", (event) => {
  const link = event.target.closest(".post-reply");
  if (!link) return;
  event.preventDefault();
  answer(link);
});

addEventListener("hashchange", showTarget);
showTarget();
