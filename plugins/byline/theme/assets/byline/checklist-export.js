// A checklist as text, of { key, title, url, author, items: [{ key, list, id, text, detail, url, done }] }.

const write = ({ title, url, author = "", items }, boxes, indent, plain) => {
  const lines = items.map(
    ({ text, detail, done }) => boxes[+done] + plain(text) + (detail && `\n${indent}${plain(detail)}`),
  );
  return `${plain(title)}\n\n${lines.join("\n")}\n\n${author && `${plain(author)}, `}${url}\n`;
};

export const toText = (list) => write(list, ["☐ ", "☑ "], "   ", String);

export const toMarkdown = (list) =>
  `# ${write(list, ["- [ ] ", "- [x] "], "  ", (text) => text.replace(/[\\`*_~[\]<>&]/g, "\\$&"))}`;

/** RFC 4180; an apostrophe before what a spreadsheet would take for a formula. */
export function toCsv({ title, items }) {
  const cell = (text) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const rows = items.map(({ list = title, text, done, detail, url }) => [list, text, done ? "x" : "", detail, url]);
  return [["list", "item", "done", "why", "link"], ...rows].map((row) => `${row.map(cell)}\r\n`).join("");
}

/** RFC 5545, a to-do for each item. */
export function toIcs(list, now) {
  const todos = list.items.flatMap(({ key = list.key, id, text, detail, url, done }) => [
    "BEGIN:VTODO",
    `UID:${escape(`${key}.${id}@byline`)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `SUMMARY:${escape(text)}`,
    detail && `DESCRIPTION:${escape(detail)}`,
    url && `URL:${url.replace(/\s/g, "")}`,
    `STATUS:${done ? "COMPLETED" : "NEEDS-ACTION"}`,
    "END:VTODO",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Byline//EN", ...todos, "END:VCALENDAR"];
  return lines.filter(Boolean).map(fold).join("");
}

const escape = (text) =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");

/** Break a line after at most 75 octets, never inside a character. */
function fold(line) {
  let folded = "";
  let octets = 0;
  for (const sign of line) {
    const more = new TextEncoder().encode(sign).length;
    octets += more;
    if (octets > 75) {
      folded += "\r\n ";
      octets = 1 + more;
    }
    folded += sign;
  }
  return `${folded}\r\n`;
}
