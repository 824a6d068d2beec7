// Tells the site that a page has been looked at for some seconds: its number, and nothing of the reader.

const SECONDS = 5;
const { page, address } = document.querySelector("script[data-page]").dataset;
let timer;

function tell() {
  document.removeEventListener("visibilitychange", wait);
  navigator.sendBeacon(address, page);
}

function wait() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") timer = setTimeout(tell, SECONDS * 1000);
}

if (navigator.doNotTrack !== "1" && !navigator.globalPrivacyControl) {
  document.addEventListener("visibilitychange", wait);
  wait();
}
