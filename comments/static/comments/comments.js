// Opens the comments where an address leads to one of them, and brings the form to the comment that is answered.

const list = document.querySelector(".comments-list");
const reply = document.getElementById("reply");

function showTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!list || !target?.matches("#comments, .comments-list *")) return;
  list.open = true;
  target.scrollIntoView();
}

function bringFormToComments() {
  const place = reply.parentElement;
  const parent = reply.querySelector("[name=parent]");
  const heading = reply.querySelector("h3");
  const back = reply.querySelector("[data-alone]");
  const untold = heading.textContent;

  function stand(where, answered, told) {
    parent.value = answered;
    heading.textContent = told;
    back.hidden = !answered;
    where.append(reply);
    reply.querySelector("input:not([type=hidden])").focus();
  }

  list?.addEventListener("click", (event) => {
    const link = event.target.closest(".post-reply");
    if (!link) return;
    event.preventDefault();
    stand(link.closest("article"), link.dataset.parent, link.textContent);
  });
  back.addEventListener("click", () => stand(place, "", untold));
}

if (reply) bringFormToComments();
addEventListener("hashchange", showTarget);
showTarget();
