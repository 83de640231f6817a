// What is taken of HTML from elsewhere: paragraphs, line breaks, links and the text.

import { link } from "./links.js";

const BLOCKS = new Set(["P", "LI", "BLOCKQUOTE", "PRE"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TEXTAREA", "IFRAME", "OBJECT", "TITLE"]);
const DEEPEST = 50;

/** Return a fragment with what is allowed of some HTML. It is parsed in a document where nothing loads or runs. */
export function allowed(html) {
  const made = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(String(html), "text/html").body, made, 0);
  return made;
}

function copy(from, to, depth) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.nodeName)) to.append(...copied(node, depth));
  }
}

function copied(node, depth) {
  if (depth > DEEPEST) return [node.textContent];
  const inside = document.createDocumentFragment();
  copy(node, inside, depth + 1);
  if (node.nodeName === "BR") return [document.createElement("br")];
  if (node.nodeName === "A") return [link(node.getAttribute("href"), inside)];
  if (!BLOCKS.has(node.nodeName)) return [inside];
  const block = document.createElement("p");
  block.append(inside);
  return [block];
}
