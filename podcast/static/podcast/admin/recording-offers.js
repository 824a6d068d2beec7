/**
 * When an editor picks a recording, shows what its tags know and offers each value for the field it
 * fits. A field that holds anything is left alone.
 */
class RecordingOffers extends window.StimulusModule.Controller {
  static targets = ["box", "facts", "list", "row", "labels"];

  static values = { url: String };

  connect() {
    // wagtailmedia's chooser sets its hidden input without an event; the attribute follows the value.
    this.observer = new MutationObserver(() => this.load());
    this.observer.observe(this.chooser, { attributeFilter: ["value"] });
    this.load();
  }

  disconnect() {
    this.observer.disconnect();
  }

  get chooser() {
    return this.element.querySelector('input[type="hidden"]');
  }

  async load() {
    const { value } = this.chooser;
    if (value === this.shown) return;
    this.shown = value;
    this.boxTarget.hidden = true;
    if (!value) return;
    const response = await fetch(this.urlValue.replace("/0/", `/${value}/`));
    if (value !== this.shown) return;
    this.listTarget.replaceChildren();
    if (response.ok) this.show(await response.json());
    else this.factsTarget.textContent = this.label("failed");
    this.boxTarget.hidden = false;
  }

  show({ facts, fields, cover }) {
    this.factsTarget.textContent = facts;
    Object.entries(fields).forEach(([name, value]) => this.offer(name, value));
    if (cover) this.offer("artwork", this.label("cover"), cover);
  }

  offer(name, value, coverUrl = "") {
    const row = this.rowTarget.content.firstElementChild.cloneNode(true);
    row.querySelector("[data-label]").textContent = this.label(name);
    row.querySelector("[data-value]").textContent = value;
    Object.assign(row.dataset, { field: name, offered: value, cover: coverUrl });
    this.listTarget.append(row);
    this.mark(row);
    document
      .getElementById(`id_${name}`)
      ?.addEventListener("input", () => this.mark(row));
  }

  /** An offer can be taken only while its field is empty. */
  mark(row) {
    const field = document.getElementById(`id_${row.dataset.field}`);
    const filled = !field || field.value.trim() !== "";
    row.querySelector("button").disabled = filled;
    row.querySelector("[data-taken]").hidden = !filled;
  }

  use(event) {
    return this.take(event.target.closest("li"));
  }

  async useAll() {
    for (const row of this.listTarget.children) await this.take(row);
  }

  async take(row) {
    const field = document.getElementById(`id_${row.dataset.field}`);
    if (!field || field.value.trim() !== "") {
      this.mark(row);
      return;
    }
    if (row.dataset.cover) await this.useCover(row);
    else this.fill(field, row.dataset.offered);
    this.mark(row);
  }

  /** Typed by us as by the editor, so that autosave and the slug take notice. */
  fill(field, value) {
    field.value = value;
    ["input", "change", "keyup"].forEach((name) =>
      field.dispatchEvent(new Event(name, { bubbles: true })),
    );
  }

  async useCover(row) {
    row.querySelector("button").disabled = true;
    const response = await fetch(row.dataset.cover, {
      method: "POST",
      headers: { [window.wagtailConfig.CSRF_HEADER_NAME]: window.wagtailConfig.CSRF_TOKEN },
    });
    if (!response.ok) {
      row.querySelector("[data-value]").textContent = this.label("failed");
      return;
    }
    const picture = await response.json();
    const panel = window.wagtail.editHandler.getPanelByName("artwork");
    panel.getBoundWidget().setState(picture);
  }

  label(name) {
    return this.labelsTarget.content.querySelector(`[data-name="${name}"]`).textContent;
  }
}

window.wagtail.app.register("recording-offers", RecordingOffers);
