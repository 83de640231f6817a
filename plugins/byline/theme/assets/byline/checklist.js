// <byline-checklist>: remembers ticks. Without it the boxes are still boxes.

import { decodeTicks, formatTicks, progressText, withAliases, withTick } from "./checklist-state.js";
import { held, keep, TicksElement, ticksOf, view, viewed } from "./checklist-store.js";
import { useTool } from "./checklist-tools.js";

class BylineChecklist extends TicksElement {
  connectedCallback() {
    this.onchange = ({ target }) => {
      if (this.boxes.includes(target)) keep(this.key, withTick(this.ticks, target.value, target.checked));
    };
    this.onclick = ({ target }) => this.press(target.closest("button")?.dataset ?? {});
    super.connectedCallback();
    for (const tools of this.querySelectorAll(".byline-checklist__tools")) tools.hidden = false;
    this.say("share", null, !navigator.share);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    view(this.key);
  }

  press(button) {
    const { key, undo } = this;
    if (button.do === "reset") undo ? keep(key, undo.ticks) : this.replace(new Set());
    else if (button.do === "view") view(key, !viewed.has(key) && this.offer);
    else if (button.do === "replace") this.replace(this.answer());
    else if (button.do === "dismiss") this.answer();
    else if (button.do) useTool(button, this.list, this.parts, this.words, (text) => this.say("note", text));
  }

  /** Keep other ticks, with a way back. */
  replace(ticks) {
    this.undo = { ticks: this.ticks, after: formatTicks(ticks) };
    keep(this.key, ticks);
  }

  /** Offer the ticks in the address; nothing is kept before the reader says so. */
  receive(items) {
    this.hash = location.hash;
    const shared = this.piece("shared") && decodeTicks(this.hash);
    if (!shared) return;
    const ids = withAliases(shared, items);
    const offer = items.map(({ id }) => id).filter((id) => ids.has(id));
    if (shared.size && !offer.length) return;
    this.offer = new Set(offer);
    this.scrollIntoView();
  }

  answer() {
    const { offer } = this;
    this.offer = null;
    if (decodeTicks(location.hash)) history.replaceState(history.state, "", location.href.split("#")[0]);
    view(this.key);
    return offer;
  }

  show() {
    const { items, key, words } = this;
    if (this.hash !== location.hash) this.receive(items);
    const viewing = viewed.has(key);
    const ticks = withAliases(ticksOf(key), items);
    if (!viewing) this.ticks = ticks;
    if (this.undo?.after !== formatTicks(this.ticks)) this.undo = null;
    for (const box of this.boxes) {
      box.checked = ticks.has(box.value);
      box.disabled = viewing;
    }
    const done = items.filter(({ id, box }) => (key ? ticks.has(id) : box.checked)).length;
    this.style.setProperty("--byline-done", done / items.length);
    this.toggleAttribute("data-done", done === items.length);
    this.say("bar");
    this.say("note", held.keys().next().value === key ? words.unsaved : "");
    this.say("progress", progressText(words, done, items.length));
    this.say("reset", this.undo ? words.undo : words.reset, viewing || !(done || this.undo));
    this.say("shared", null, !this.offer);
    this.say("question", viewing ? words.viewing : words.shared_question);
    this.say("view", viewing ? words.mine : words.view);
  }

  /** Show or hide a piece, with a text unless it has that: every change is read out. */
  say(name, text, hidden = false) {
    const piece = this.piece(name);
    if (!piece) return;
    if (hidden && piece.contains(document.activeElement)) this.piece("progress").focus();
    piece.hidden = hidden;
    if (text != null && piece.textContent !== text) piece.textContent = text;
  }

  piece(name) {
    return this.querySelector(`.byline-checklist__${name}`);
  }

  get key() {
    return this.dataset.key;
  }

  get boxes() {
    return [...this.querySelectorAll(".byline-checklist__box")];
  }

  /** All of this checklist on the page; of all checklists, without a key. */
  get parts() {
    return [...document.querySelectorAll("byline-checklist")].filter(({ key }) => !this.key || key === this.key);
  }

  get items() {
    const boxes = this.parts.flatMap(({ boxes, key }) => boxes.map((box) => [key + box.value, { key, box }]));
    return [...new Map(boxes).values()].map(({ key, box }) => ({
      key,
      box,
      id: box.value,
      was: (box.dataset.was ?? "").split(" "),
    }));
  }

  get list() {
    const items = this.items.map((item) => {
      const row = item.box.closest("li");
      const read = (name) => row.querySelector(name)?.textContent.trim().replace(/\s+/g, " ") ?? "";
      const { href } = row.querySelector(".byline-checklist__why > a") ?? new URL(`#${row.id}`, location);
      const list = item.box.closest("byline-checklist").dataset.title;
      const text = read(".byline-checklist__text");
      return { ...item, list, text, detail: read(".byline-checklist__why p"), url: href, done: item.box.checked };
    });
    return { ...this.dataset, items };
  }
}

customElements.define("byline-checklist", BylineChecklist);
