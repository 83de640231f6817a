// <byline-comments>: loads a thread from its provider once the reader asks, and not before.

const DARK = "slate";

class BylineComments extends HTMLElement {
  connectedCallback() {
    const ask = this.querySelector(".byline-comments__ask");
    ask.hidden = false;
    ask.querySelector("button").addEventListener("click", () => this.load(ask), { once: true });
  }

  disconnectedCallback() {
    this.observer?.disconnect();
  }

  load(ask) {
    const thread = document.createElement("section");
    setAttributes(thread, this.dataset.container);
    const script = document.createElement("script");
    script.src = this.dataset.script;
    script.async = true;
    setAttributes(script, this.dataset.attributes);
    script.setAttribute("data-theme", this.theme);
    script.addEventListener("error", () => {
      thread.textContent = "The comments cannot be reached at the moment.";
    });
    thread.append(script);
    ask.replaceWith(thread);
    this.observer = new MutationObserver(() => this.followTheme());
    this.observer.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  }

  get theme() {
    return document.body.dataset.mdColorScheme === DARK ? "dark" : "light";
  }

  /** Tell an embedded frame that the reader switched between light and dark (giscus' message). */
  followTheme() {
    const frame = this.querySelector("iframe.giscus-frame");
    frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: this.theme } } }, new URL(frame.src).origin);
  }
}

function setAttributes(element, json) {
  for (const [name, value] of JSON.parse(json || "[]")) element.setAttribute(name, value);
}

if (!customElements.get("byline-comments")) customElements.define("byline-comments", BylineComments);
