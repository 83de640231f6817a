// <byline-checklist>: remembers ticks on this device. Without it the boxes are still boxes.

import { formatTicks, parseTicks, progressText, withTick } from "./checklist-state.js";

const PREFIX = "byline:checklist:";

class BylineChecklist extends HTMLElement {
  connectedCallback() {
    this.boxes = [...this.querySelectorAll("input[type=checkbox]")];
    this.ticks = parseTicks(this.read());
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    window.addEventListener("storage", this);
    this.querySelector(".byline-checklist__actions").hidden = false;
    this.querySelector(".byline-checklist__bar").hidden = false;
    this.show();
  }

  disconnectedCallback() {
    window.removeEventListener("storage", this);
  }

  handleEvent(event) {
    if (event.type === "storage" && event.key === this.key) {
      this.ticks = parseTicks(event.newValue);
      this.show();
    } else if (event.type === "change" && this.boxes.includes(event.target)) {
      this.change(withTick(parseTicks(this.read()), event.target.value, event.target.checked));
    } else if (event.type === "click" && event.target.closest(".byline-checklist__reset")) {
      this.toggleReset();
    }
  }

  /** Clear all ticks; pressed again before anything else changes, bring them back. */
  toggleReset() {
    const before = this.ticks;
    if (this.cleared) this.change(this.cleared);
    else if (before.size > 0) {
      this.change(new Set());
      this.cleared = before;
    }
    this.querySelector(".byline-checklist__reset").textContent = this.cleared ? "Undo" : "Start over";
  }

  change(ticks) {
    this.ticks = ticks;
    this.cleared = null;
    this.querySelector(".byline-checklist__reset").textContent = "Start over";
    this.write(formatTicks(ticks));
    this.show();
  }

  show() {
    for (const box of this.boxes) box.checked = this.ticks.has(box.value);
    const done = this.boxes.filter((box) => box.checked).length;
    const text = progressText(done, this.boxes.length);
    const progress = this.querySelector(".byline-checklist__progress");
    if (progress.textContent !== text) progress.textContent = text;
    this.style.setProperty("--byline-done", String(done / this.boxes.length));
    this.toggleAttribute("data-done", done === this.boxes.length);
  }

  get key() {
    return PREFIX + this.dataset.key;
  }

  read() {
    try {
      return localStorage.getItem(this.key) ?? formatTicks(this.ticks ?? []);
    } catch {
      return formatTicks(this.ticks ?? []);
    }
  }

  write(text) {
    try {
      localStorage.setItem(this.key, text);
    } catch {
      this.querySelector(".byline-checklist__note").textContent =
        "This browser does not let the page remember your ticks.";
    }
  }
}

if (!customElements.get("byline-checklist")) customElements.define("byline-checklist", BylineChecklist);
