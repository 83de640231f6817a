// Replies to a post on Bluesky. https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread

import { link } from "./links.js";
import { askJson } from "./loading.js";

const API = "https://public.api.bsky.app";
const LINK = "app.bsky.richtext.facet#link";
const HIDDEN = "!no-unauthenticated";
const DEEPEST = 20;

/** Promise the replies to a post, whose address is that at bsky.app, or an `at://` URI. */
export async function repliesTo({ address, api = API }) {
  const ask = (name, query) => askJson(`${api}/xrpc/${name}?${new URLSearchParams(query)}`);
  const [name, key] = partsOf(address);
  const did = name.startsWith("did:")
    ? name
    : (await ask("com.atproto.identity.resolveHandle", { handle: name })).did;
  const uri = `at://${did}/app.bsky.feed.post/${key}`;
  const { thread } = await ask("app.bsky.feed.getPostThread", { uri, depth: DEEPEST });
  return below(thread);
}

function partsOf(address) {
  const found =
    address.match(/^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/) ??
    address.match(/^https:\/\/[^/]+\/profile\/([^/]+)\/post\/(\w+)\/?$/);
  if (!found) throw new Error(`${address} is no address of a post.`);
  return found.slice(1);
}

/** Read the replies in a thread, the oldest first; not those of authors who show them to members only. */
function below({ replies = [] }) {
  return replies
    .filter(({ post }) => post?.record && !post.author.labels?.some(({ val }) => val === HIDDEN))
    .map(read)
    .sort((one, other) => one.date.localeCompare(other.date));
}

function read({ post: { uri, author, record, indexedAt }, replies }) {
  const profile = `https://bsky.app/profile/${author.did}`;
  return {
    author: author.displayName || author.handle,
    profile,
    url: `${profile}/post/${uri.split("/").pop()}`,
    date: String(record.createdAt ?? indexedAt),
    content: contentOf(record),
    replies: below({ replies }),
  };
}

/** Return a post's text, with the links that it marks by the positions of bytes. */
function contentOf({ text = "", facets = [] }) {
  const bytes = new TextEncoder().encode(text);
  const words = (start, end) => new TextDecoder().decode(bytes.slice(start, end));
  const made = document.createElement("p");
  let done = 0;
  for (const { index, features } of facets.toSorted((one, other) => one.index.byteStart - other.index.byteStart)) {
    const target = features?.find(({ $type }) => $type === LINK);
    if (!target || index.byteStart < done || index.byteEnd > bytes.length) continue;
    made.append(words(done, index.byteStart), link(target.uri, words(index.byteStart, index.byteEnd)));
    done = index.byteEnd;
  }
  made.append(words(done));
  return made;
}
