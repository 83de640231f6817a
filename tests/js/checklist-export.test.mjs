import assert from "node:assert/strict";
import { test } from "node:test";

import { toCsv, toIcs, toMarkdown, toText } from "../../plugins/byline/theme/assets/byline/checklist-export.js";

const NOW = new Date("2026-06-01T08:30:00.123Z");
const ITEM = { id: "0123456789", text: "Set two alarms", detail: "", url: "https://a.example/#tip-0123456789", done: false };
const LIST = {
  key: "calls",
  title: "Before the call",
  url: "https://a.example/calls/checklist/",
  author: "Ada Quill",
  items: [ITEM, { ...ITEM, id: "abcdef0123", text: "Charge the phone", detail: "It dies first.", done: true }],
};
const withText = (text, detail = "") => ({ ...LIST, items: [{ ...ITEM, text, detail }] });

test("as text, a list is what one would type", () => {
  assert.equal(
    toText(LIST),
    "Before the call\n\n☐ Set two alarms\n☑ Charge the phone\n   It dies first.\n\n" +
      "Ada Quill, https://a.example/calls/checklist/\n",
  );
});

test("as Markdown, a list is a task list, and signs stay signs", () => {
  assert.match(toMarkdown(LIST), /^# Before the call\n\n- \[ \] Set two alarms\n- \[x\] Charge the phone\n {2}It dies first\.\n/);
  assert.match(toMarkdown(withText("Use *args, [x](y) & <b>")), /- \[ \] Use \\\*args, \\\[x\\\]\(y\) \\& \\<b\\>\n/);
});

test("a list without an author has only its address below", () => {
  const { author, ...list } = LIST;
  assert.match(toText(list), /\n\nhttps:\/\/a\.example\/calls\/checklist\/\n$/);
});

test("a table has a row for each item and ends its lines as the standard says", () => {
  const rows = toCsv(LIST).split("\r\n");
  assert.equal(rows.length, 4);
  assert.equal(rows[2], '"Before the call","Charge the phone","x","It dies first.","https://a.example/#tip-0123456789"');
  assert.match(toCsv(withText('Say "no", twice\nor more')), /"Say ""no"", twice\nor more"/);
});

for (const sign of ["=", "+", "-", "@", "\t", "\r"]) {
  test(`no cell is a formula: ${JSON.stringify(sign)}`, () => {
    assert.match(toCsv(withText(`${sign}cmd|' /C calc'!A0`)), new RegExp(`"'\\${sign}cmd`));
  });
}

test("a calendar has a to-do for each item", () => {
  const calendar = toIcs(LIST, NOW);
  assert.match(calendar, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  assert.equal(calendar.match(/BEGIN:VTODO\r\n/g).length, 2);
  assert.match(calendar, /UID:calls\.0123456789@byline\r\nDTSTAMP:20260601T083000Z\r\nSUMMARY:Set two alarms\r\n/);
  assert.match(calendar, /STATUS:NEEDS-ACTION\r\n[^]*DESCRIPTION:It dies first\.\r\n[^]*STATUS:COMPLETED\r\n/);
});

test("an item of several lists is named after its own", () => {
  assert.match(toIcs({ ...LIST, items: [{ ...ITEM, key: "other" }] }, NOW), /UID:other\.0123456789@byline/);
});

test("no text breaks out of its line", () => {
  const calendar = toIcs(withText("One; two, three\\four\nEND:VTODO\r\nX:1\0"), NOW);
  assert.match(calendar, /SUMMARY:One\\; two\\, three\\\\four\\nEND:VTODO\\nX:1\r\n/);
});

test("no line is longer than 75 octets, and unfolding gives the text back", () => {
  const signs = ["a", "ä", "語", "😀", " ", "\\", ";", ",", "\u0301"];
  for (let length = 0; length < 400; length += 7) {
    const text = [...Array(length).keys()].map((number) => signs[(number * 31 + length) % signs.length]).join("");
    const calendar = toIcs(withText(text), NOW);
    for (const line of calendar.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!line.includes("\ufffd"));
    }
    const unfolded = calendar.replaceAll("\r\n ", "").match(/^SUMMARY:(.*)\r$/m)[1];
    assert.equal(unfolded.replace(/\\(.)/g, "$1"), text);
  }
});
