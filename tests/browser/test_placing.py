"""Browsers read a page with checklists in place as they read the page before: nothing moves or is lost."""

from pathlib import Path

import markdown
import pytest
import yaml

from byline.checklists import Checklist, Item, anchor_items, place_items

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "checklists" / "placing.yml").read_text(encoding="utf-8")
)
SAME = """([before, after, placed]) => {
  const [was, is] = [before, after].map((html) => new DOMParser().parseFromString(html, "text/html").body);
  const all = (query) => [...is.querySelectorAll(query)];
  const labels = all(".byline-checklist__label");
  const whole = labels.length === placed
    && labels.every((e) => e.querySelectorAll("input, label").length === 1 && e.closest("li"))
    && all("byline-checklist").every((e) => /^<[uo]l[^]*<.[uo]l>$/.test(e.innerHTML));
  for (const e of all(".byline-checklist__box, .byline-tip__back")) e.remove();
  for (const e of all(".byline-checklist__text, .byline-checklist__label, byline-checklist"))
    e.replaceWith(...e.childNodes);
  for (const e of [...was.querySelectorAll("[class]"), ...all("[class]")]) e.removeAttribute("class");
  return whole && was.innerHTML === is.innerHTML;
}"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_browsers_see_the_same_page_around_the_boxes(page, case):
    text, items, after = " ".join(case["tips"]) if "html" in case else case["markdown"], [], 0
    for number, tip in enumerate(case["tips"]):
        start = text.index(tip, after)
        after = start + len(tip)
        items.append(Item(start, after, 1, "list", tip, 0.9, (), f"i{number}"))
    drawn = Checklist(tuple(items))
    extensions = ["admonition", "attr_list", "md_in_html", "tables", "pymdownx.tabbed", "pymdownx.tasklist"]
    html = case.get("html") or markdown.markdown(
        text, extensions=extensions, extension_configs=case.get("extensions", {})
    )
    before = anchor_items(html, text, drawn)
    shown, placed = place_items(before, drawn, data={"data-key": "k"}, back="To the checklist")
    assert page.evaluate(SAME, [before.html, shown, len(placed)])
