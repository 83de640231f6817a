// Pagefind's answers in the words of Material's search. Loaded by search.js at the first query.
const SHOWN = 10;

/** Return a function that answers queries; `told` is what the build says of the index, `site` its root. */
export async function pagefind(told, site) {
  speak(told.language);
  const { createInstance } = await import(new URL(told.pagefind, site));
  const index = createInstance({ metaCacheTag: told.state, noWorker: true });
  return async (query) => {
    const { results } = await index.search(query);
    const loaded = await Promise.allSettled(results.slice(0, SHOWN).map((result) => result.data()));
    const words = query.toLowerCase().split(/[\s"]+/u).filter(Boolean);
    const items = loaded.flatMap(({ value }, number) =>
      value ? [entries(value, results[number].score, words, site)] : [],
    );
    return { items };
  };
}

/** Pagefind asks the document for its language, by which it tells words apart where no spaces do. */
function speak(language) {
  self.document ??= { querySelector: () => ({ getAttribute: () => language }) };
}

/** Return a page's sections, the best one with the page's score; the page itself is always among them. */
function entries(page, score, words, site) {
  const terms = Object.fromEntries(words.map((word) => [word, true]));
  const location = new URL(address(page.raw_url), site).href;
  const weights = page.sub_results.map((section) =>
    section.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
  );
  const best = Math.max(...weights, Number.MIN_VALUE);
  const found = page.sub_results.map((section, number) => ({
    location: section.anchor ? `${location}#${section.anchor.id}` : location,
    title: marked(section.title, words),
    text: `<p>${section.excerpt}</p>`,
    score: score * (weights[number] / best),
    terms,
  }));
  found.sort((a, b) => b.score - a.score);
  if (!found.some((section) => section.location === location)) {
    const alone = found.length === 0;
    found.push({
      location,
      title: marked(page.meta.title, words),
      text: alone ? `<p>${page.excerpt}</p>` : "",
      score: alone ? score : 0,
      terms: alone ? terms : {},
    });
  }
  if (page.meta.tags) found.find((section) => section.location === location).tags = JSON.parse(page.meta.tags);
  return found;
}

/** Return a file's path as a relative address. */
function address(path) {
  return `./${path.split("/").filter((part, number) => number || part).map(encodeURIComponent).join("/")}`;
}

/** Return a text as HTML, with the words that begin as the query's do marked. */
function marked(text, words) {
  if (!words.length) return escaped(text);
  const any = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|");
  const parts = text.split(new RegExp(`(^|[^\\p{L}\\p{N}])(${any})`, "giu"));
  return parts
    .map((part, number) => (number % 3 === 2 ? `<mark>${escaped(part)}</mark>` : escaped(part)))
    .join("");
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
