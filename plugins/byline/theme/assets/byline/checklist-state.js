// What a checklist remembers: the ids of ticked items. Pure functions.

const ID = "[0-9a-f]{10}(-\\d{1,4})?";
const SHARED = RegExp(`^#ticks=(${ID}(\\.${ID}){0,199})?$`);

/** Read what was stored; what is not ours reads as no ticks. */
export function parseTicks(stored) {
  try {
    const { version, ticks } = JSON.parse(stored);
    return new Set(version === 1 ? ticks.filter((id) => typeof id === "string").slice(0, 500) : []);
  } catch {
    return new Set();
  }
}

export const formatTicks = (ticks) => JSON.stringify({ version: 1, ticks: [...ticks].sort() });

export function withTick(ticks, id, ticked) {
  const next = new Set(ticks);
  next[ticked ? "add" : "delete"](id);
  return next;
}

/** Count ticks under ids that items had before, unless other items have those now. */
export function withAliases(ticks, items) {
  const next = new Set(ticks);
  const ids = new Set(items.map(({ id }) => id));
  for (const { id, was } of items) {
    for (const old of was) if (!ids.has(old) && next.delete(old)) next.add(id);
  }
  return next;
}

export const progressText = ({ todo = "", done: some, all }, done, total) =>
  (done === 0 ? todo : done === total ? all : some).replace("{done}", done).replace("{total}", total);

/** Write ticks as the end of a link. */
export const encodeTicks = (ticks) => `#ticks=${[...ticks].slice(0, 200).join(".")}`;

/** Read the end of a link; null for what is not exactly ours. */
export const decodeTicks = (end) => (SHARED.test(end) ? new Set(end.slice(7).match(/[^.]+/g)) : null);
