// A thread on a Waline server. https://waline.js.org/en/reference/client/props.html
//
// settings: {script, style, integrity, styleIntegrity, server, id, language}

import { askJson, loadOnce, loadStyle, makeElement } from "./loading.js";

const DARK = 'body[data-md-color-scheme="slate"]';

export async function mount(place, settings, reader) {
  const { script, style, integrity, styleIntegrity, server, id, language } = settings;
  const el = makeElement("div");
  place.append(el);
  const link = style && loadStyle(place, { href: style, integrity: styleIntegrity });
  await Promise.all([link, loadOnce(script, { integrity })]);
  if (!place.isConnected) return;
  // Told by which selector a page is dark, Waline follows it by itself.
  const lang = language ?? reader.language;
  // Its emoji and its search for pictures would ask two more hosts that no reader was told of.
  const thread = window.Waline.init({ el, serverURL: server, path: id, lang, dark: DARK, emoji: false, search: false });
  if (!thread) throw new Error("Waline did not start.");
  return {
    unmount: async () => {
      thread.destroy();
      el.remove();
      (await link)?.remove();
    },
  };
}

/** Return how many comments the threads have, by their ids; the server takes those apart at commas. */
export async function counts(ids, { server, language = "en" }) {
  const asked = ids.filter((id) => !id.includes(","));
  const query = new URLSearchParams({ type: "count", url: asked.join(","), lang: language });
  const { errno, errmsg, data } = await askJson(`${server.replace(/\/$/, "")}/api/comment?${query}`);
  if (errno) throw new Error(errmsg);
  const numbers = [data].flat();
  return Object.fromEntries(asked.map((id, place) => [id, numbers[place]]));
}
