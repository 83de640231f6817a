// Numbers of comments in a listing: what the page knows, and what the provider counts, asked once for all of them.
//
// What a provider said holds for ten minutes, on all pages of a visit.

import { hasConsent } from "./consent.js";

const KEPT = "byline:counts";
const LASTS = 10 * 60_000;

/** Bring the numbers on a page up to date; `element` is its <byline-counts>. */
export async function showCounts(element, module) {
  const { consent, settings = "{}", one, many } = element.dataset;
  if (!hasConsent(consent)) return;
  const places = [...document.querySelectorAll("[data-byline-thread]")];
  const source = `${module} ${settings}`;
  const kept = keptCounts(source);
  const ids = new Set(places.map(({ dataset }) => dataset.bylineThread));
  const missing = [...ids].filter((id) => !kept.has(id));
  if (missing.length) {
    const { counts } = await import(module);
    const found = await counts(missing, JSON.parse(settings));
    for (const id of missing) kept.set(id, { count: Number(found[id]) || 0, at: Date.now() });
    keepCounts(source, kept);
  }
  for (const place of places) {
    const total = Number(place.dataset.bylineArchived) + kept.get(place.dataset.bylineThread).count;
    if (total > 0) show(place, total === 1 ? one : many.replace("{count}", total));
  }
}

function show(place, text) {
  place.hidden = false;
  const words = place.querySelector("a");
  if (words.textContent !== text) words.textContent = text;
}

/** Return what is known of a source and not too old. */
function keptCounts(source) {
  const now = Date.now();
  try {
    const { [source]: found = {} } = JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
    return new Map(Object.entries(found).filter(([, { at }]) => at <= now && now - at < LASTS));
  } catch {
    return new Map();
  }
}

function keepCounts(source, kept) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ [source]: Object.fromEntries(kept) }));
  } catch {
    // Without storage, the next page asks again.
  }
}
