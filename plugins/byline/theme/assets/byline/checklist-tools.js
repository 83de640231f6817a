// What takes a checklist along: paper, clipboard, files, the device's own sharing.

import { toCsv, toIcs, toMarkdown, toText } from "./checklist-export.js";
import { encodeTicks } from "./checklist-state.js";

const COPIES = {
  "copy-markdown": toMarkdown,
  "copy-text": toText,
  link: ({ url, items }) => url + encodeTicks(items.filter((item) => item.done).map((item) => item.id)),
  embed: (list, { code }) => code,
};
const FILES = {
  csv: (list) => `\ufeff${toCsv(list)}`, // the mark is for Excel
  ics: (list) => toIcs(list, new Date()),
};

export async function useTool(button, list, parts, words, say) {
  const name = button.do;
  if (FILES[name]) save(`${list.key.replace(/[^\p{L}\p{N}]+/gu, "-")}.${name}`, FILES[name](list));
  else if (name === "share") navigator.share(list).catch(() => {});
  else if (COPIES[name]) {
    say("");
    say((await copy(COPIES[name](list, button))) ? words.copied : words.copy_failed);
  } else {
    for (const part of parts) part.dataset.print = name;
    addEventListener("afterprint", () => parts.forEach((part) => delete part.dataset.print), { once: true });
    print();
  }
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  setTimeout(URL.revokeObjectURL, 9999, link.href);
}

/** Copy; where scripts have no clipboard, as in frames, from a field. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    focused.focus();
    return copied;
  }
}
