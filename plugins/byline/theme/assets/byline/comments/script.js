// A thread that an element and a script make: what most providers ask a page to hold.
//
// settings: {script, attributes, module, integrity, element: {tag, attributes},
//            theme: {light, dark, attribute, on: "script" | "element"}, frame: {selector, message}}

import { loadScript, makeElement } from "./loading.js";

export async function mount(place, settings, reader) {
  const { tag = "div", attributes = {} } = settings.element ?? {};
  const element = makeElement(tag, attributes);
  const { script: src, integrity, module } = settings;
  const theme = settings.theme ? { [attributeOf(settings)]: themeName(settings, reader.dark) } : {};
  const onElement = settings.theme?.on === "element";
  if (onElement) setTheme(element, settings, reader.dark);
  place.append(element);
  const given = { ...settings.attributes, ...(onElement ? {} : theme) };
  const script = await loadScript(element, { src, integrity, module, attributes: given });
  return follow(element, script, settings, reader.dark);
}

/** Keep the thread's theme that of the page: also that of a frame which was not there when the reader switched. */
function follow(element, script, settings, first) {
  let dark = first;
  const show = () => {
    if (settings.theme?.on === "element") setTheme(element, settings, dark);
    tellFrame(element, settings, dark);
  };
  const late = () => dark !== first && show();
  element.addEventListener("load", late, true);
  return {
    theme: (now) => {
      dark = now;
      show();
    },
    unmount: () => {
      element.removeEventListener("load", late, true);
      script.remove();
      element.remove();
    },
  };
}

function setTheme(element, settings, dark) {
  element.setAttribute(attributeOf(settings), themeName(settings, dark));
}

function attributeOf(settings) {
  return settings.theme.attribute ?? "data-theme";
}

function themeName(settings, dark) {
  return settings.theme[dark ? "dark" : "light"];
}

/** Tell an embedded frame that the reader switched between light and dark. */
function tellFrame(element, settings, dark) {
  const frame = settings.frame && element.querySelector(settings.frame.selector);
  if (!frame?.src) return;
  const message = withTheme(settings.frame.message, themeName(settings, dark));
  frame.contentWindow?.postMessage(message, new URL(frame.src, location).origin);
}

/** Return a message with the theme's name wherever it says `{theme}`. */
function withTheme(message, name) {
  if (typeof message === "string") return message.replaceAll("{theme}", () => name);
  if (Array.isArray(message)) return message.map((part) => withTheme(part, name));
  if (!message || typeof message !== "object") return message;
  return Object.fromEntries(Object.entries(message).map(([key, part]) => [key, withTheme(part, name)]));
}
