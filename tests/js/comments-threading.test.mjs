import assert from "node:assert/strict";
import { test } from "node:test";
import { nest } from "../../plugins/byline/theme/assets/byline/comments/threading.js";

const reply = (id, answers) => ({ id, answers });
const shape = (replies) => replies.map(({ id, replies: below }) => [id, shape(below)]);

test("replies stand below what they answer, in their order", () => {
  const replies = [reply("2", "1"), reply("3", "2"), reply("4", "1"), reply("5", "3"), reply("6", "2")];
  assert.deepEqual(shape(nest(replies, "1")), [["2", [["3", [["5", []]]], ["6", []]]], ["4", []]]);
});

test("a reply to one that is not shown stands by itself", () => {
  assert.deepEqual(shape(nest([reply("3", "gone"), reply("4", undefined)], "1")), [["3", []], ["4", []]]);
});

test("replies that answer each other are left out", () => {
  assert.deepEqual(nest([reply("2", "3"), reply("3", "2")], "1"), []);
});
