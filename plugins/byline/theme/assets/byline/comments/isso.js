// A thread on an Isso server. https://isso-comments.de/docs/
//
// settings: {server, id, title, integrity, preview}
//
// Isso's script runs once for all pages: it keeps one thread, in variables of its own. A later page starts it anew,
// and not before the earlier thread has ended: what that still waits for would come to stand in the new one.

import { asJson, askJson, loadOnce, makeElement } from "./loading.js";
import { watchListeners } from "./listeners.js";

const PATIENCE = 10_000;
let former = Promise.resolve();

export async function mount(place, settings, reader) {
  await former;
  if (!place.isConnected) return;
  const named = { id: "isso-thread", "data-isso-id": settings.id, "data-title": settings.title };
  const thread = makeElement("section", named);
  try {
    await start(settings, reader);
  } catch (error) {
    throw hinted(error, settings, reader, "byline comments serve");
  }
  if (!place.isConnected) return;
  place.append(thread);
  const listeners = begin();
  const shown = appears(thread, ".isso-thread-heading:not(:empty)");
  former = shown.then(() => {}, () => {});
  const unmount = () => {
    listeners.remove();
    thread.remove();
    document.getElementById("isso-style")?.remove();
  };
  try {
    await shown;
  } catch (error) {
    if (!thread.querySelector(".isso-postbox")) {
      unmount();
      throw hinted(error, settings, reader, `byline comments serve --site ${location.origin}/`);
    }
  }
  return { unmount };
}

/** Return how many comments the threads have, by their ids. */
export async function counts(ids, { server }) {
  const numbers = await askJson(`${server}/count`, asJson(ids));
  return Object.fromEntries(ids.map((id, place) => [id, numbers[place]]));
}

/** Load Isso's script, unless an earlier page did. It finds no thread yet, and waits. */
function start({ server, integrity }, { language }) {
  const attributes = { "data-isso": `${server}/`, "data-isso-lang": language };
  return loadOnce(`${server}/js/embed.min.js`, { integrity, attributes });
}

/** Start Isso on the thread in the page. Each start listens to the window, which only the end of the thread ends. */
function begin() {
  const listeners = watchListeners(() => true);
  try {
    window.Isso.init();
    window.Isso.fetchComments();
  } finally {
    listeners.stop();
  }
  return listeners;
}

/** In a preview, say which command starts Isso: a real one that does not answer may not know the page's address. */
function hinted(error, { preview, server }, { words }, command) {
  if (preview) error.hint = (words?.start_isso ?? "").replace("{server}", server).replace("{command}", command);
  return error;
}

/** Wait until something stands in an element. */
function appears(element, selector) {
  return new Promise((resolve, reject) => {
    let timer;
    const observer = new MutationObserver(() => element.querySelector(selector) && end(resolve));
    const end = (then, value) => {
      observer.disconnect();
      clearTimeout(timer);
      then(value);
    };
    timer = setTimeout(() => end(reject, new Error("Isso does not answer.")), PATIENCE);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
  });
}
