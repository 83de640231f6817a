// A thread on a Comentario server. https://docs.comentario.app/en/configuration/embedding/
//
// settings: {server, id, integrity}

import { asJson, askJson, loadOnce, makeElement } from "./loading.js";

const TAG = "comentario-comments";
const MOST = 32;

export async function mount(place, { server, id, integrity }, { dark, language }) {
  const thread = makeElement(TAG, { "page-id": pathOf(id), theme: nameOf(dark), lang: language });
  // The script makes the element known to the browser, which it may do once only.
  if (!customElements.get(TAG)) await loadOnce(`${server}/comentario.js`, { integrity });
  if (!place.isConnected) return;
  place.append(thread);
  return { theme: (now) => thread.setAttribute("theme", nameOf(now)), unmount: () => thread.remove() };
}

/** Return how many comments the threads have, by their ids. */
export async function counts(ids, { server }) {
  const found = [];
  for (let first = 0; first < ids.length; first += MOST) {
    const paths = ids.slice(first, first + MOST).map(pathOf);
    found.push(askJson(`${server}/api/embed/comments/counts`, asJson({ host: location.host, paths })));
  }
  const numbers = Object.assign({}, ...(await Promise.all(found)).map(({ commentCounts }) => commentCounts));
  return Object.fromEntries(ids.map((id) => [id, numbers[pathOf(id)]]));
}

/** Return the path by which the server knows a thread. */
function pathOf(id) {
  return `/${id.replace(/^\/+/, "")}`;
}

function nameOf(dark) {
  return dark ? "dark" : "light";
}
