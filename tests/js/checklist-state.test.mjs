import assert from "node:assert/strict";
import { test } from "node:test";

import {
  formatTicks,
  parseTicks,
  progressText,
  withTick,
} from "../../plugins/byline/theme/assets/byline/checklist-state.js";

test("ticks read back as they were written", () => {
  assert.deepEqual(parseTicks(formatTicks(new Set(["b", "a"]))), new Set(["a", "b"]));
});

for (const stored of [null, "", "{", "[]", "7", '{"version":2,"ticks":["a"]}', '{"version":1,"ticks":{"a":1}}']) {
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

test("progress is said in words", () => {
  assert.equal(progressText(0, 4), "4 to do");
  assert.equal(progressText(3, 4), "3 of 4 done");
  assert.match(progressText(4, 4), /^All 4 done/);
});
