// What a checklist remembers: which items are ticked. Pure functions; the element beside this file does the rest.

const VERSION = 1;
const MOST_ITEMS = 500;

/** Read what was stored; anything that is not ours reads as no ticks at all. */
export function parseTicks(stored) {
  let data;
  try {
    data = JSON.parse(stored);
  } catch {
    return new Set();
  }
  const known = data && data.version === VERSION && Array.isArray(data.ticks);
  return new Set(known ? data.ticks.filter((id) => typeof id === "string").slice(0, MOST_ITEMS) : []);
}

/** Write ticks as text, in a stable order. */
export function formatTicks(ticks) {
  return JSON.stringify({ version: VERSION, ticks: [...ticks].sort() });
}

/** Return the ticks with one item ticked or not. */
export function withTick(ticks, id, ticked) {
  const next = new Set(ticks);
  if (ticked) next.add(id);
  else next.delete(id);
  return next;
}

/** Say how far the reader is, in words. */
export function progressText(done, total) {
  if (done === 0) return `${total} to do`;
  return done === total ? `All ${total} done. Well kept.` : `${done} of ${total} done`;
}
