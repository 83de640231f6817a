// A thread at Hyvor Talk. https://talk.hyvor.com/docs/comments
//
// settings: {website, id, title}

import { loadOnce, makeElement } from "./loading.js";

const TAG = "hyvor-talk-comments";
const SCRIPT = "https://talk.hyvor.com/embed/embed.js";

export async function mount(place, { website, id, title }, { dark }) {
  const thread = makeElement(TAG, {
    "website-id": website,
    "page-id": id,
    "page-title": title,
    colors: nameOf(dark),
  });
  if (!customElements.get(TAG)) await loadOnce(SCRIPT, { module: true });
  if (!place.isConnected) return;
  place.append(thread);
  return { theme: (now) => thread.setAttribute("colors", nameOf(now)), unmount: () => thread.remove() };
}

function nameOf(dark) {
  return dark ? "dark" : "light";
}
