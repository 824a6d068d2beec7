// Puts another site's player in place of its link, but only once the reader has asked for it.

function frame(embed) {
  const iframe = document.createElement("iframe");
  iframe.src = embed.dataset.frameUrl;
  iframe.title = embed.dataset.title;
  iframe.allow = "fullscreen; picture-in-picture";
  // Our pages send no referrer to others, but YouTube refuses to play without one.
  iframe.referrerPolicy = "strict-origin-when-cross-origin";
  return iframe;
}

for (const embed of document.querySelectorAll(".embed[data-frame-url]")) {
  const button = embed.querySelector("button");
  if (!button) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const iframe = frame(embed);
    button.replaceWith(iframe);
    iframe.focus();
  });
}
