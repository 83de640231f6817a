// A thread that an element and a script make: what most providers ask a page to hold.
//
// settings: {script, attributes, element: {tag, attributes}, theme: {light, dark}, frame: {selector, message}}

export async function mount(place, settings, reader) {
  const { tag = "div", attributes = {} } = settings.element ?? {};
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  const script = document.createElement("script");
  script.src = settings.script;
  script.async = true;
  setAttributes(script, settings.attributes ?? {});
  if (settings.theme) script.setAttribute("data-theme", themeName(settings, reader.dark));
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener("load", resolve, { once: true });
    script.addEventListener("error", reject, { once: true });
  });
  element.append(script);
  place.append(element);
  await loaded;
  return { theme: (dark) => tellFrame(place, settings, dark), unmount: () => element.remove() };
}

function themeName(settings, dark) {
  return settings.theme[dark ? "dark" : "light"];
}

/** Tell an embedded frame that the reader switched between light and dark. */
function tellFrame(place, settings, dark) {
  const frame = settings.frame && place.querySelector(settings.frame.selector);
  if (!frame) return;
  const message = JSON.parse(JSON.stringify(settings.frame.message).replace("{theme}", themeName(settings, dark)));
  frame.contentWindow.postMessage(message, new URL(frame.src).origin);
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
