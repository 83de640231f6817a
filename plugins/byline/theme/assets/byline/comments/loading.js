// A provider's script, loaded into a page.

import { watchListeners } from "./listeners.js";

const running = new Map();

/**
 * Load a script and promise its end: `{element, remove}`. `remove` takes away the element, and what the script
 * listened to at the window and the document as it ran (not a module: nobody can tell what those add).
 */
export function loadScript(place, { src, attributes = {}, integrity, module = false }) {
  const script = makeElement("script", { ...attributes, src });
  script.async = true;
  if (module) script.type = "module";
  pin(script, integrity);
  const listeners = watchListeners(() => document.currentScript === script);
  const remove = () => {
    listeners.remove();
    script.remove();
  };
  return new Promise((resolve, reject) => {
    const ended = (then, value) => () => {
      listeners.stop();
      if (then === reject || !place.isConnected) remove(); // or the reader has gone on meanwhile
      then(value);
    };
    script.addEventListener("load", ended(resolve, { element: script, remove }), { once: true });
    script.addEventListener("error", ended(reject, new Error(`${src} cannot be loaded.`)), { once: true });
    place.append(script);
  });
}

/**
 * Load a script that serves all pages to come, once for all of them. Its element goes; what it listens to stays.
 */
export function loadOnce(src, options) {
  if (!running.has(src)) {
    const loaded = loadScript(document.head, { src, ...options }).then(({ element }) => element.remove());
    running.set(src, loaded);
    loaded.catch(() => running.delete(src));
  }
  return running.get(src);
}

/** Load a stylesheet; it goes with its element. */
export function loadStyle(place, { href, integrity }) {
  const link = makeElement("link", { rel: "stylesheet", href });
  pin(link, integrity);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve(link), { once: true });
    link.addEventListener("error", () => reject(new Error(`${href} cannot be loaded.`)), { once: true });
    place.append(link);
  });
}

export function makeElement(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Ask a server for JSON; what is no success is an error. */
export async function askJson(url, options) {
  const answer = await fetch(url, { credentials: "omit", referrerPolicy: "strict-origin", ...options });
  if (!answer.ok) throw new Error(`${answer.status} from ${url}`);
  return answer.json();
}

/** Return the options of a request that sends JSON. */
export function asJson(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function pin(element, integrity) {
  if (!integrity) return;
  element.integrity = integrity;
  element.crossOrigin = "anonymous";
}
