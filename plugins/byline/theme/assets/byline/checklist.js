// <byline-checklist>: remembers ticks on this device. Without it the boxes are still boxes.

import { formatTicks, parseTicks, progressText, withTick } from "./checklist-state.js";

const PREFIX = "byline:checklist:";
const NOT_KEPT = "This browser does not let the page remember your ticks: they stay until you leave it.";

class BylineChecklist extends HTMLElement {
  connectedCallback() {
    this.boxes = [...this.querySelectorAll("input[type=checkbox]")];
    this.ticks ??= new Set();
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    for (const type of ["storage", "pageshow"]) window.addEventListener(type, this);
    this.piece("bar").hidden = false;
    this.refresh();
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) window.removeEventListener(type, this);
  }

  handleEvent(event) {
    if (event.type === "pageshow") this.refresh(); // after browsers that restore boxes on their own
    else if (event.type === "storage" && (event.key === this.key || event.key === null)) this.refresh();
    else if (event.type === "change" && this.boxes.includes(event.target)) {
      this.change(withTick(this.read(), event.target.value, event.target.checked));
    } else if (event.type === "click" && event.target === this.piece("reset")) this.toggleReset();
  }

  /** Clear all ticks; pressed again before anything else changes, bring them back. */
  toggleReset() {
    const cleared = this.cleared ? null : this.ticks;
    this.change(this.cleared ?? new Set());
    this.cleared = cleared;
    this.show();
  }

  change(ticks) {
    this.ticks = ticks;
    this.cleared = null;
    this.write(formatTicks(ticks));
    this.show();
  }

  refresh() {
    const ticks = this.read();
    if (formatTicks(ticks) !== formatTicks(this.ticks)) this.cleared = null;
    this.ticks = ticks;
    this.show();
  }

  show() {
    for (const box of this.boxes) box.checked = this.ticks.has(box.value);
    const done = this.boxes.filter((box) => box.checked).length;
    this.say("progress", progressText(done, this.boxes.length));
    this.say("reset", this.cleared ? "Undo" : "Start over");
    this.say("note", this.unsaved ? NOT_KEPT : "");
    this.piece("reset").hidden = done === 0 && !this.cleared;
    this.style.setProperty("--byline-done", String(done / this.boxes.length));
    this.toggleAttribute("data-done", done === this.boxes.length);
  }

  /** Set the text of a piece of the card, and leave it alone where it says so already: screen readers announce every change. */
  say(name, text) {
    const piece = this.piece(name);
    if (piece.textContent !== text) piece.textContent = text;
  }

  piece(name) {
    return this.querySelector(`.byline-checklist__${name}`);
  }

  get key() {
    return PREFIX + this.dataset.key;
  }

  /** Return the stored ticks; those of this page while storage does not take them. */
  read() {
    if (this.unsaved) return this.ticks;
    try {
      return parseTicks(localStorage.getItem(this.key));
    } catch {
      return this.ticks;
    }
  }

  write(text) {
    try {
      localStorage.setItem(this.key, text);
      this.unsaved = false;
    } catch {
      this.unsaved = true;
    }
  }
}

if (!customElements.get("byline-checklist")) customElements.define("byline-checklist", BylineChecklist);
