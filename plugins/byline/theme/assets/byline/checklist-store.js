// Where ticks live: on this device, by a checklist's key.

import { formatTicks, parseTicks } from "./checklist-state.js";

const PREFIX = "byline:checklist:";
const EVENTS = ["byline:ticks", "storage", "pageshow", "hashchange"];

export const held = new Map(); // what the browser does not store
export const viewed = new Map(); // somebody else's, while the reader looks

export function ticksOf(key) {
  try {
    return viewed.get(key) ?? held.get(key) ?? parseTicks(localStorage.getItem(PREFIX + key));
  } catch {
    return new Set();
  }
}

export function keep(key, ticks) {
  try {
    localStorage.setItem(PREFIX + key, formatTicks(ticks));
    held.delete(key);
  } catch {
    held.set(key, ticks);
  }
  announce(key);
}

export function view(key, ticks) {
  ticks ? viewed.set(key, ticks) : viewed.delete(key);
  announce(key);
}

const announce = (key) => dispatchEvent(new CustomEvent("byline:ticks", { detail: { key } }));

/** An element that shows ticks, whenever they may have changed. */
export class TicksElement extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}");
    for (const type of EVENTS) addEventListener(type, this);
    this.show();
  }

  disconnectedCallback() {
    for (const type of EVENTS) removeEventListener(type, this);
  }

  handleEvent() {
    this.show();
  }
}
