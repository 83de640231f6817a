import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeTicks,
  encodeTicks,
  formatTicks,
  parseTicks,
  progressText,
  withAliases,
  withTick,
} from "../../plugins/byline/theme/assets/byline/checklist-state.js";

const WORDS = { todo: "{total} to do", done: "{done} of {total} done", all: "All {total} done." };

/** The same numbers in every run (mulberry32). */
function numbers(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const some = numbers(5);
const id = () => [...Array(10)].map(() => "0123456789abcdef"[some(16)]).join("") + (some(5) ? "" : `-${2 + some(30)}`);

test("ticks read back as they were written", () => {
  assert.deepEqual(parseTicks(formatTicks(new Set(["b", "a"]))), new Set(["a", "b"]));
  for (let round = 0; round < 200; round++) {
    const ticks = new Set([...Array(some(40))].map(id));
    assert.deepEqual([...parseTicks(formatTicks(ticks))], [...ticks].sort());
  }
});

const NOT_OURS = [null, undefined, "", "{", "[]", "7", "null", '"x"', '{"version":2,"ticks":["a"]}', '{"version":1}',
  '{"version":1,"ticks":{"a":1}}', '{"version":1,"ticks":"abc"}', '{"version":1,"ticks":null}', '{"__proto__":{"version":1}}'];

for (const stored of NOT_OURS) {
  test(`what is not ours reads as no ticks: ${stored}`, () => assert.equal(parseTicks(stored).size, 0));
}

test("only texts count as ticks, and not without end", () => {
  assert.deepEqual(parseTicks('{"version":1,"ticks":["a",1,null,{}]}'), new Set(["a"]));
  assert.equal(parseTicks(JSON.stringify({ version: 1, ticks: [...Array(9999).keys()].map(String) })).size, 500);
});

test("a tick is set and taken back without changing the ticks before", () => {
  const before = new Set(["a"]);
  assert.deepEqual(withTick(before, "b", true), new Set(["a", "b"]));
  assert.deepEqual(withTick(before, "a", false), new Set());
  assert.deepEqual(before, new Set(["a"]));
});

test("a tick under an old id counts for the item that had it", () => {
  const before = new Set(["old", "other"]);
  assert.deepEqual(withAliases(before, [{ id: "new", was: ["older", "old"] }]), new Set(["other", "new"]));
  assert.deepEqual(before, new Set(["old", "other"]));
});

test("an old id that another item has now is that item's", () => {
  const items = [{ id: "a", was: ["b"] }, { id: "b", was: [""] }];
  assert.deepEqual(withAliases(new Set(["b"]), items), new Set(["b"]));
});

test("progress is said in the words that it is given", () => {
  assert.equal(progressText(WORDS, 0, 4), "4 to do");
  assert.equal(progressText(WORDS, 3, 4), "3 of 4 done");
  assert.equal(progressText(WORDS, 4, 4), "All 4 done.");
});

test("shared ticks read back as they were written", () => {
  assert.equal(encodeTicks(new Set()), "#ticks=");
  assert.deepEqual(decodeTicks("#ticks="), new Set());
  for (let round = 0; round < 200; round++) {
    const ticks = new Set([...Array(some(200))].map(id));
    assert.deepEqual(decodeTicks(encodeTicks(ticks)), ticks);
  }
});

test("a share holds two hundred ticks at most", () => {
  const many = [...Array(300).keys()].map((number) => String(number).padStart(10, "0"));
  assert.equal(decodeTicks(encodeTicks(many)).size, 200);
  assert.equal(decodeTicks(`#ticks=${many.join(".")}`), null);
});

const GOOD = "0123456789";
const HOSTILE = ["", "#", "#tip-0123456789", "#ticks", "ticks=", `ticks=${GOOD}`, `#ticks=${GOOD}.`, `#ticks=.${GOOD}`,
  `#ticks=${GOOD}..${GOOD}`, "#ticks=0123", "#ticks=0123456789ab", "#ticks=0123456789-", "#ticks=0123456789-12345",
  "#ticks=ABCDEF0123", `#ticks=${GOOD}\n`, `\n#ticks=${GOOD}`, `#ticks=${GOOD}&x=1`, `#ticks=${GOOD}#ticks=${GOOD}`,
  "#ticks=<img src=x onerror=alert(1)>", "#ticks=%3Cscript%3E", "#ticks=__proto__", "#ticks=٠١٢٣٤٥٦٧٨٩",
  `#ticks=${"a".repeat(1_000_000)}`, `#ticks=${`${GOOD}.`.repeat(100_000)}`];

for (const end of HOSTILE) {
  test(`what is not exactly a share is none: ${JSON.stringify(end.slice(0, 50))}`, () => assert.equal(decodeTicks(end), null));
}

test("whatever reads as a share is one", () => {
  const signs = "#ticks=0123456789abcdef.-<>%\0é";
  for (let round = 0; round < 5000; round++) {
    const end = (some(2) ? "#ticks=" : "") + [...Array(some(30))].map(() => signs[some(signs.length)]).join("");
    const ticks = decodeTicks(end);
    if (ticks) for (const tick of ticks) assert.match(tick, /^[0-9a-f]{10}(-\d{1,4})?$/);
  }
});
