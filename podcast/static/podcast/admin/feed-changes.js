/** Asks anew what listeners will notice, each time the editor has saved the draft by itself. */
class FeedChanges extends window.StimulusModule.Controller {
  static targets = ["findings"];

  static values = { url: String };

  connect() {
    this.onSaved = ({ detail }) => this.load(detail?.data?.pk);
    document.addEventListener("w-autosave:success", this.onSaved);
  }

  disconnect() {
    document.removeEventListener("w-autosave:success", this.onSaved);
  }

  async load(pk) {
    if (pk) this.urlValue = this.urlValue.replace("/0/", `/${pk}/`);
    // Autosave is quick: of two answers under way, only the last one counts.
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const response = await fetch(this.urlValue, { signal: this.asked.signal });
      if (response.ok) this.show(await response.text());
    } catch (error) {
      // What stands there stays, and the next saving asks again.
      if (error.name !== "AbortError") console.warn(error);
    }
  }

  show(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    this.findingsTarget.replaceChildren(...body.childNodes);
    const count = this.findingsTarget.querySelectorAll("[data-problem]").length;
    const counter = document.querySelector(
      '[data-side-panel-toggle="feed"] [data-side-panel-toggle-counter]',
    );
    if (counter) {
      counter.textContent = count;
      counter.hidden = count === 0;
    }
  }
}

window.wagtail.app.register("feed-changes", FeedChanges);
