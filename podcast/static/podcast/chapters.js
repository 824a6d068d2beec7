// Links to a moment (#t=65), in chapters, transcript and comments, start the player at their second instead of moving the page.

const audio = document.querySelector("audio");

function seekTo(hash) {
  const seconds = /^#t=(\d+)$/.exec(hash)?.[1];
  if (!audio || seconds === undefined) return false;
  audio.currentTime = Number(seconds);
  return true;
}

for (const list of document.querySelectorAll(".chapters, .transcript, .comments")) {
  list.addEventListener("click", (event) => {
    const hash = event.target.closest("a")?.hash;
    if (!hash || !seekTo(hash)) return;
    event.preventDefault();
    history.replaceState(null, "", hash);
    audio.play();
  });
}

seekTo(location.hash);
