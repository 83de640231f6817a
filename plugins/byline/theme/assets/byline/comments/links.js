// Links to places that somebody else names.

const SAFE = new Set(["http:", "https:"]);

/** Make a link; where its address is none that a page may link to, the content alone. */
export function link(address, content) {
  const url = URL.canParse(address ?? "") ? new URL(address) : null;
  const made = document.createElement(url && SAFE.has(url.protocol) ? "a" : "span");
  if (made.localName === "a") {
    made.href = url.href;
    made.rel = "nofollow ugc noopener";
  }
  made.append(content);
  return made;
}
