// <byline-comments>: loads a thread from its provider once the reader asks, and not before.
// <byline-counts>: adds what a provider counts to the numbers in a listing.

const ROOT = new URL("../../", import.meta.url);
const DARK = "slate";
const PATIENCE = 20_000;

class BylineComments extends HTMLElement {
  connectedCallback() {
    if (!this.ask) return;
    this.ask.hidden = false;
    this.button.onclick = () => this.load(true);
    if (this.dataset.load && this.dataset.load !== "click") this.wait();
  }

  disconnectedCallback() {
    this.viewer?.disconnect();
    this.end();
  }

  /** Load by itself, at once or when it comes into view: after the reader's consent, where the site asks for it. */
  async wait() {
    const { hasConsent } = await import("./comments/consent.js");
    if (!this.isConnected || this.place || !hasConsent(this.dataset.consent)) return;
    if (this.dataset.load === "eager") return this.load();
    this.viewer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.load());
    this.viewer.observe(this);
  }

  async load(asked = false) {
    if (this.place) return;
    this.viewer?.disconnect();
    const place = this.begin();
    if (asked) place.focus({ preventScroll: true });
    const patience = new Promise((_, reject) => {
      this.timer = setTimeout(reject, PATIENCE, new Error(`No answer in ${PATIENCE / 1000} seconds.`));
    });
    try {
      await Promise.race([this.mount(place), patience]);
      if (this.place === place) this.settle(place);
    } catch (error) {
      if (this.place === place) this.fail(error);
    }
  }

  /** Make the place of a thread, where the button was. */
  begin() {
    const place = document.createElement("div");
    place.className = "byline-comments__place";
    place.tabIndex = -1;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", this.words.label ?? "");
    place.setAttribute("aria-busy", "true");
    this.ask.after(place);
    this.ask.hidden = true;
    this.say(this.words.loading);
    return (this.place = place);
  }

  /** Have the provider's module fill the place, and keep its theme that of the page. */
  async mount(place) {
    const module = await import(new URL(this.dataset.module, ROOT).href);
    if (this.place !== place) return;
    let dark = isDark();
    const reader = { dark, language: document.documentElement.lang || "en", words: this.words };
    const thread = await module.mount(place, JSON.parse(this.dataset.settings || "{}"), reader);
    if (this.place !== place) return thread?.unmount?.();
    this.thread = thread;
    const follow = () => dark !== isDark() && thread?.theme?.((dark = isDark()));
    this.observer = new MutationObserver(follow);
    this.observer.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    follow();
  }

  settle(place) {
    clearTimeout(this.timer);
    place.removeAttribute("aria-busy");
    this.say("");
  }

  /** Say that the thread cannot be reached, and let the reader try again. */
  fail(error) {
    console.warn("The comments cannot be shown.", error);
    const focused = this.place.contains(document.activeElement);
    this.end();
    this.say([this.words.unreachable, error?.hint].filter(Boolean).join(" "));
    if (this.words.retry) this.button.textContent = this.words.retry;
    if (focused) this.button.focus({ preventScroll: true });
  }

  /** Leave nothing of the thread behind. */
  end() {
    const { observer, place, thread, timer } = this;
    this.observer = this.place = this.thread = this.timer = null;
    clearTimeout(timer);
    observer?.disconnect();
    try {
      thread?.unmount?.();
    } finally {
      place?.remove();
      this.say("");
      if (this.ask) this.ask.hidden = false;
    }
  }

  say(text = "") {
    const status = this.querySelector(".byline-comments__status");
    if (status && status.textContent !== text) status.textContent = text;
  }

  get ask() {
    return this.querySelector(".byline-comments__ask");
  }

  get button() {
    return this.ask.querySelector("button");
  }

  get words() {
    return JSON.parse(this.dataset.words || "{}");
  }
}

class BylineCounts extends HTMLElement {
  connectedCallback() {
    this.idle = idle(async () => {
      const { showCounts } = await import("./comments/counts.js");
      if (this.isConnected) await showCounts(this, new URL(this.dataset.module, ROOT).href);
    });
  }

  disconnectedCallback() {
    this.idle();
  }
}

/** Do something once the page has loaded and the browser has nothing else to do; return how to call it off. */
function idle(work) {
  const done = new AbortController();
  const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 200));
  const start = () => later(() => done.signal.aborted || work().catch(() => {}), { timeout: 3000 });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true, signal: done.signal });
  return () => done.abort();
}

function isDark() {
  return document.body.dataset.mdColorScheme === DARK;
}

for (const [name, element] of [["byline-comments", BylineComments], ["byline-counts", BylineCounts]]) {
  if (!customElements.get(name)) customElements.define(name, element);
}
