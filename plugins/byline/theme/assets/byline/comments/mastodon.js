// Replies to a post on Mastodon, or on any server with its API. https://docs.joinmastodon.org/methods/statuses/#context

import { allowed } from "./allowed.js";
import { askJson } from "./loading.js";
import { nest } from "./threading.js";

const SHOWN = new Set(["public", "unlisted"]);

/** Promise the replies to a post. */
export async function repliesTo({ address, api }) {
  const url = new URL(address);
  const id = url.pathname.match(/\/(\w+)\/?$/)?.[1];
  if (!id) throw new Error(`${address} is no address of a post.`);
  const { descendants } = await askJson(`${api || url.origin}/api/v1/statuses/${id}/context`);
  return nest(descendants.filter(({ visibility }) => SHOWN.has(visibility ?? "public")).map(read), id);
}

function read({ id, in_reply_to_id, account, url, created_at, content, spoiler_text }) {
  return {
    id,
    answers: in_reply_to_id,
    author: account.display_name || account.acct,
    profile: account.url,
    url,
    date: created_at,
    content: spoiler_text ? covered(spoiler_text, allowed(content)) : allowed(content),
  };
}

/** Return content below the warning that its author gave it. */
function covered(warning, content) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(warning);
  details.append(summary, content);
  return details;
}
