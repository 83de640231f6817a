// Replies to a post on Mastodon or Bluesky, read from its public API and shown as comments.
//
// settings: {kind: "mastodon" | "bluesky", address or uri, api}

import * as bluesky from "./bluesky.js";
import { link } from "./links.js";
import { makeElement } from "./loading.js";
import * as mastodon from "./mastodon.js";

const KINDS = { bluesky, mastodon };

export async function mount(place, settings, reader) {
  const source = KINDS[settings.kind];
  if (!source) throw new Error(`There is no kind of post \`${settings.kind}\`.`);
  const post = { ...settings, address: settings.address ?? settings.uri };
  const replies = await source.repliesTo(post);
  if (!place.isConnected) return;
  place.append(replies.length ? list(replies, reader) : paragraph(reader.words?.no_replies));
  return { unmount: () => place.replaceChildren() };
}

/** Make a list of replies, each with its own replies. A reply: {id, author, profile, url, date, content, replies}. */
function list(replies, reader) {
  const items = makeElement("ol", { class: "byline-talk" });
  for (const reply of replies) {
    const item = makeElement("li", { class: "byline-talk__comment" });
    const by = makeElement("p", { class: "byline-talk__by" });
    const words = makeElement("div", { class: "byline-talk__text", dir: "auto" });
    words.append(reply.content);
    const author = makeElement("span", { class: "h-card" });
    author.append(link(reply.profile, reply.author));
    by.append(author, link(reply.url, day(reply.date, reader.language)));
    item.append(by, words);
    if (reply.replies.length) item.append(list(reply.replies, reader));
    items.append(item);
  }
  return items;
}

function paragraph(text = "") {
  const made = makeElement("p");
  made.append(text);
  return made;
}

/** Write a date as people of the language do. */
function day(date, language) {
  const time = makeElement("time", { datetime: date });
  const when = new Date(date);
  time.append(Number.isNaN(when.valueOf()) ? "" : when.toLocaleDateString(language, { dateStyle: "long" }));
  return time;
}
