// <byline-comments>: loads a thread from its provider once the reader asks, and not before.

const ROOT = new URL("../../", import.meta.url);
const DARK = "slate";

class BylineComments extends HTMLElement {
  connectedCallback() {
    const ask = this.querySelector(".byline-comments__ask");
    if (!ask) return;
    ask.hidden = false;
    ask.querySelector("button").addEventListener("click", () => this.load(ask), { once: true });
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    this.thread?.unmount?.();
    this.thread = null;
  }

  async load(ask) {
    const place = document.createElement("div");
    ask.replaceWith(place);
    try {
      const module = await import(new URL(this.dataset.module, ROOT).href);
      const reader = { dark: isDark(), language: document.documentElement.lang };
      const thread = await module.mount(place, JSON.parse(this.dataset.settings || "{}"), reader);
      if (!this.isConnected) return thread?.unmount?.();
      this.thread = thread;
    } catch {
      place.textContent = this.dataset.unreachable;
      return;
    }
    this.observer = new MutationObserver(() => this.thread?.theme?.(isDark()));
    this.observer.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  }
}

function isDark() {
  return document.body.dataset.mdColorScheme === DARK;
}

if (!customElements.get("byline-comments")) customElements.define("byline-comments", BylineComments);
