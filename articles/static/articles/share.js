// Adds to the links for sharing what only a script can do: to copy, and the device's own ways.

function offer(row, act, perform) {
  const button = row.querySelector(`[data-act="${act}"]`);
  button.parentElement.hidden = false;
  button.addEventListener("click", () => perform(button));
}

for (const row of document.querySelectorAll(".share")) {
  const { url, title } = row.dataset;
  if (navigator.clipboard) {
    offer(row, "copy", async (button) => {
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.done;
    });
  }
  if (navigator.share) {
    // Who closes the device's list without choosing has done nothing wrong.
    offer(row, "share", () => navigator.share({ url, title }).catch(() => {}));
  }
}
