// Across checklists: how far this reader is in each, a choice of them, all that was begun as one.

import { progressText } from "./checklist-state.js";
import { TicksElement, ticksOf } from "./checklist-store.js";

class BylineProgress extends TicksElement {
  show() {
    const ids = this.dataset.ids.split(" ");
    const ticks = ticksOf(this.dataset.key);
    const { todo, begun } = this.words;
    const done = ids.filter((id) => ticks.has(id)).length;
    this.textContent = progressText({ todo, done: begun, all: begun }, done, ids.length);
  }
}

/** Hides rows that lack what the reader chose. */
class BylineFilter extends HTMLElement {
  connectedCallback() {
    for (const controls of this.querySelectorAll("[hidden]")) controls.hidden = false;
    this.onchange = this.show;
  }

  show() {
    const choices = [...this.querySelectorAll("select")].filter(({ value }) => value);
    const rows = [...this.querySelectorAll("[data-topics]")];
    for (const row of rows) {
      row.hidden = choices.some(({ dataset, value }) => !row.dataset[`${dataset.filter}s`].split(" ").includes(value));
    }
    const count = rows.filter(({ hidden }) => !hidden).length;
    this.querySelector(".byline-filter__count").textContent = JSON.parse(this.dataset.words)
      .shown.replace("{shown}", count)
      .replace("{total}", rows.length);
  }
}

/** What this reader has begun; the template has an empty checklist and tools for all. */
class BylinePlaybook extends HTMLElement {
  async connectedCallback() {
    const from = new URL(this.dataset.index, location);
    const begun = (await load(from)).filter(({ key }) => ticksOf(key).size);
    const [blank, all] = this.querySelector("template").content.children;
    const lists = await Promise.all(
      begun.map(async (entry) => build(blank.cloneNode(true), entry, await load(new URL(entry.json, from)), from)),
    );
    if (lists.length) this.replaceChildren(...lists, all);
    else this.firstElementChild.textContent = JSON.parse(this.dataset.words).nothing_begun;
  }
}

async function load(address) {
  if (address.origin === location.origin) return (await fetch(address)).json();
}

function build(list, { key, title, url }, { article, groups, language: lang }, from) {
  const say = (part, textContent) => Object.assign(part, { textContent, lang });
  const link = list.querySelector("h2 a");
  const blank = list.querySelector("li");
  link.href = new URL(url, from);
  say(link, title);
  Object.assign(list.dataset, { key, title, url: link.href, author: article.authors.map(({ name }) => name).join(", ") });
  for (const item of groups.flatMap(({ items }) => items)) {
    const row = blank.cloneNode(true);
    const [box, text, why, detail, back] = row.querySelectorAll("input, span, details, p, a");
    box.value = item.id;
    box.dataset.was = item.was.join(" ");
    say(text, item.text);
    say(detail, item.detail);
    if (!item.detail) why.remove();
    back.href = item.url;
    blank.before(row);
  }
  blank.remove();
  return list;
}

customElements.define("byline-progress", BylineProgress);
customElements.define("byline-filter", BylineFilter);
customElements.define("byline-playbook", BylinePlaybook);
