"""Lists of tips become checklists where they stand; all else of the page stays as it is, to the byte."""

import re
import time
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from byline.checklists import Checklist, Item, anchor_items, place_items
from byline.checklists.box_mark import HERE, settle_box_mark, shield_box_marks
from byline.checklists.items import Kind

CASES = yaml.safe_load(Path(__file__).with_name("placing.yml").read_text(encoding="utf-8"))
EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
]
SAID = 'To the <list> & "back"'
DATA = {"data-key": 'a"b<c>&d', "data-words": '{"todo": "{total} to do"}'}
LABEL = re.compile(
    r'<label class="byline-checklist__label"><input [^>]*><span class="byline-checklist__text">'
    r"(.*?)</span></label>",
    re.DOTALL,
)
OURS = re.compile(
    r"</?byline-checklist\b[^>]*>"
    r'|<a class="byline-tip__back"[^>]*></a>'
    r'| class="byline-checklist__\w+"|(?<=[\'"])byline-checklist__\w+ '
)


def stripped(page: str) -> str:
    return OURS.sub("", LABEL.sub(r"\1", page))


def checklist(text: str, tips: list[str], kind: Kind = "list") -> Checklist:
    items, after = [], 0
    for number, tip in enumerate(tips):
        after = text.index(tip, after)
        items.append(
            Item(after, after + len(tip), 1, kind, tip, 0.9, (), f"i{number}", aliases=("o1", "o<2"))
        )
        after += len(tip)
    return Checklist(tuple(items))


def placed_in(page: str, text: str, drawn: Checklist) -> tuple[str, str, frozenset[str]]:
    """Return the page with anchors, the page with its lists made checklists, and what was placed."""
    anchored = anchor_items(page, text, drawn)
    return (anchored.html, *place_items(anchored, drawn, data=DATA, back=SAID))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_list_of_tips_becomes_the_checklist_in_place(case: dict) -> None:
    extensions = case.get("extensions", {})
    tips = case["tips"]
    text = " ".join(tips) if "html" in case else case["markdown"]
    page = case.get("html") or markdown.markdown(
        text,
        extensions=EXTENSIONS,
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}, **extensions},
    )
    drawn = checklist(text, tips)
    before, after, placed = placed_in(page, text, drawn)
    root = lxml_html.fromstring(f"<div>{after}</div>")
    labels = root.xpath("//label[@class='byline-checklist__label']")
    assert [" ".join(label.text_content().split()) for label in labels] == case.get("placed", [])
    assert [item.text for item in drawn.items if item.id not in placed] == case.get("box", [])
    assert {box.get("value") for label in labels for box in label.xpath("./input")} == placed
    assert all(label.xpath("ancestor::byline-checklist") and label.xpath("ancestor::li") for label in labels)
    assert after.count("<byline-checklist") == (1 if labels else 0)
    assert all(part in after for part in case.get("holds", []))
    assert stripped(after) == before


def test_everything_put_in_is_escaped() -> None:
    text = "- Ask.\n- Wait.\n"
    _, page, _ = placed_in(markdown.markdown(text), text, checklist(text, ["Ask.", "Wait."]))
    element = lxml_html.fromstring(page)
    assert {name: element.get(name) for name in DATA} == DATA
    assert element.xpath(".//input/@data-was") == ["o1 o<2", "o1 o<2"]
    assert "<c>" not in page


@pytest.mark.parametrize(
    ("page", "linked"),
    [
        ("<p>Ask the porter.</p>", "<p>Ask the porter.|</p>"),
        ("<h2>Ask the porter.</h2>", "<h2>Ask the porter.|</h2>"),
        (
            '<h2>Ask the porter.<a class="headerlink" href="#x">¶</a></h2>',
            '<h2>Ask the porter.|<a class="headerlink" href="#x">¶</a></h2>',
        ),
        ("<ul><li>Ask the porter.\n<ul><li>x</li></ul></li></ul>", "<li>Ask the porter.|\n<ul>"),
        ("<ul><li>\n<p>Ask the porter.</p>\n</li></ul>", "<p>Ask the porter.|</p>"),
        ("<table><tr><td>Ask the porter.</td></tr></table>", "<td>Ask the porter.|</td>"),
        ("<details><summary>Ask the porter.</summary>x</details>", ""),
        ('<a href="y"><p>Ask the porter.</p></a>', ""),
        ("<ul><li>Ask the porter.<li>x</ul>", ""),
        ("<p>Ask <b>the porter.</p>", ""),
    ],
)
def test_a_sentence_leads_to_its_item_in_the_box(page: str, linked: str) -> None:
    text = "Ask the porter. Thank him."
    _, shown, placed = placed_in(page, text, checklist(text, ["Ask the porter."], "prose"))
    said = "To the &lt;list&gt; &amp; &quot;back&quot;"
    link = f'<a class="byline-tip__back" href="#item-i0" aria-label="{said}"></a>'
    assert not placed
    assert shown.count("byline-tip__back") == bool(linked)
    assert linked in re.sub(r' id="[^"]*"', "", shown.replace(link, "|"))


def test_two_tips_in_one_paragraph_share_one_link() -> None:
    text = "Ask the porter. Thank him."
    _, shown, _ = placed_in(
        f"<p>{text}</p>", text, checklist(text, ["Ask the porter.", "Thank him."], "prose")
    )
    assert shown.count("byline-tip__back") == 1
    assert 'href="#item-i0"' in shown


PIECES = [
    *"<ul>|</ul>|<ol>|</ol>|<li>|</li>|<li id=a>|<li class='x'>|<li class=y>|<p>|</p>|<div>|</div>".split(
        "|"
    ),
    *"<b>|</b>|<br>|<br/>|<svg/>|<!-- -->|<a href=#>|</a>|<label>|<input>|<h2>|</h2>|<pre>|</pre>|</".split(
        "|"
    ),
    *"Ask the porter.|Take two keys.|Count the days.|&amp;|\n|<table>|<td>|</table>|<script>|</script>".split(
        "|"
    ),
]
GOOD = [
    "<ul>\n<li>Ask the porter.</li>\n<li><p>Take two keys.</p>",
    "<ol><li>Count the days.<ul><li>Take two keys.</li></ul></li><li>",
    "</li></ul>",
    "</li></ol>",
]


@given(st.lists(st.sampled_from([*PIECES, *GOOD, *GOOD]), max_size=30))
def test_nothing_of_a_page_changes_but_for_what_is_put_in(pieces: list[str]) -> None:
    text = "Ask the porter. Take two keys. Count the days."
    drawn = checklist(text, ["Ask the porter.", "Take two keys.", "Count the days."])
    before, after, placed = placed_in("".join(pieces), text, drawn)
    assert stripped(after) == before
    assert after.count("<input class=") == len(placed)


@pytest.mark.parametrize(
    ("page", "with_box", "without"),
    [
        ("<p>a</p>\n<p>[[checklist]]</p>\n<p>b</p>", f"<p>a</p>\n{HERE}\n<p>b</p>", "<p>a</p>\n\n<p>b</p>"),
        ("<p>[[Checklist]]</p><p>[[checklist]]</p>", HERE, ""),
        ("<div><p> [[checklist]]\n</p></div>", f"<div>{HERE}</div>", "<div></div>"),
    ],
)
def test_the_first_mark_on_a_line_of_its_own_is_the_boxs_place(
    page: str, with_box: str, without: str
) -> None:
    assert settle_box_mark(page, has_checklist=True) == with_box
    assert settle_box_mark(page, has_checklist=False) == without


@pytest.mark.parametrize(
    ("text", "shielded"),
    [
        ("a\n\n[[Checklist]]\n\nb [[checklist]]\n", "a\n\n\\[\\[checklist\\]\\]\n\nb [[checklist]]\n"),
        ("```\n[[checklist]]\n```\n", "```\n[[checklist]]\n```\n"),
        ("    [[checklist]]\n", "    [[checklist]]\n"),
        ("[[other]]\n", "[[other]]\n"),
    ],
)
def test_nothing_else_takes_the_mark_for_a_link(text: str, shielded: str) -> None:
    assert shield_box_marks(text) == shielded


@pytest.mark.parametrize(
    "page",
    [
        "<p><code>[[checklist]]</code></p>",
        "<pre><code>[[checklist]]\n</code></pre>",
        "<p>a [[checklist]]</p>",
        "<script>'<p>[[checklist]]</p>'</script>",
        "<!-- <p>[[checklist]]</p> -->",
        "<p>[[checklist]]",
    ],
)
def test_code_and_words_are_no_mark(page: str) -> None:
    assert settle_box_mark(page, has_checklist=True) == page


@pytest.mark.parametrize(
    "shape",
    [
        "<ul><li>Ask.",
        "<b>",
        "<ul>",
        "<li>Ask.</li>",
        "<p>[[checklist]]</p>",
        "<a><p>",
        "1 < 2 & ",
        "</p>",
        "<ul><li>Ask.</li></ul>",
    ],
)
def test_long_and_deep_pages_are_read_in_good_time(shape: str) -> None:
    page = shape * 4000
    items = tuple(Item(0, 4, 1, "list", "Ask.", 0.9, (), f"i{number}") for number in range(1000))
    began = time.process_time()
    settle_box_mark(page, has_checklist=True)
    drawn = Checklist(items)
    place_items(anchor_items(page, "Ask.", drawn), drawn, data={}, back="")
    assert time.process_time() - began < 4
