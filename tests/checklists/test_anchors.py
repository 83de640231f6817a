"""Every item of a checklist points back to the element of the page that holds its sentence."""

import re
import time
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from byline.checklists import Checklist, Item, anchor_items, draw
from byline.checklists.folding import folded_words
from byline.checklists.items import Kind
from byline.checklists.markup import see_through, visible

EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc", "def_list", "abbr"]


def checklist(text: str, *sentences: str, kind: Kind = "list") -> Checklist:
    """Return a checklist with these sentences of the text, found one after the other."""
    items, after = [], 0
    for number, sentence in enumerate(sentences):
        start = text.index(sentence, after)
        after = start + len(sentence)
        items.append(Item(start, after, 1, kind, sentence, 0.9, (), f"i{number}"))
    return Checklist(tuple(items))


def words(text: str) -> list[str]:
    return folded_words([text])[0]


def rendered(text: str, *more: str) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, *more])


def anchored(page: str, text: str, drawn: Checklist) -> tuple[str, Mapping[str, str]]:
    """Return the page with its anchors, and the element each item points at."""
    found = anchor_items(page, text, drawn)
    return found.html, found.anchors


def pointed_at(page: str, text: str, drawn: Checklist) -> list[str]:
    """Return the text of the element each item points at, `-` where it points nowhere."""
    page, anchors = anchored(page, text, drawn)
    root = lxml_html.fromstring(f"<div>{page}</div>")
    found = []
    for item in drawn.items:
        elements = root.xpath("//*[@id=$id]", id=anchors.get(item.id, ""))
        assert len(elements) <= 1
        found.append(" ".join(elements[0].text_content().split()) if elements else "-")
    return found


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Replace `{name}` with the guest's own name.", "Replace {name} with"),
        ("Read [the guide][g] before you call.", "Read the guide before"),
        ("Ask the R&amp;D people first.", "Ask the R&D people"),
        ("Write the time as 10&#58;30 on the card.", "Write the time as 10:30"),
        ("Write `a<b>c` on the board.", "Write a<b>c on"),
        ("Send it to <https://lists.example.org/desk> today.", "Send it to https://lists"),
        ("Follow [the plan](plan_(old).md) to the letter.", "Follow the plan to"),
        ("Keep the *first* and the __last__ page.", "Keep the first and the last page"),
        ("Say \"no\" when it's late -- and don't wait...", "Say"),
        ("Ask the owner[^1] for a second key.", "Ask the owner"),
        ("Take the <kbd>stairs</kbd> to the roof.", "Take the stairs"),
        ("Look at ![the dial](dial.png) before noon.", "Look at before noon"),
        ("Call the [desk](desk.md){ .md-button } by noon.", "Call the desk by noon"),
        ("Pay 1 \\* 2 coins at the gate.", "Pay 1 * 2 coins"),
    ],
)
@pytest.mark.parametrize("shape", ["- {}\n- Other.\n", "- {}\n\n- Other.\n", "Before this.\n\n{}\n"])
def test_markup_and_entities_do_not_hide_a_sentence(shape: str, source: str, seen: str) -> None:
    text = shape.replace("{}", source) + "\n[g]: guide.md\n\n[^1]: A note.\n"
    kind: Kind = "list" if shape.startswith("-") else "prose"
    for extensions in ([], ["smarty"]):
        assert pointed_at(rendered(text, *extensions), text, checklist(text, source, kind=kind))[
            0
        ].startswith(seen)


def test_of_equal_words_those_in_a_fitting_block_are_pointed_at() -> None:
    text = "Never ask twice, they say: ask twice.\n\n- Wait.\n- Ask twice.\n"
    assert pointed_at(rendered(text), text, checklist(text, "Ask twice.")) == ["Ask twice."]


def test_short_items_point_at_whole_words() -> None:
    text = "- Multitask often.\n- Asking costs little.\n- Ask.\n"
    assert pointed_at(rendered(text), text, checklist(text, "Ask.")) == ["Ask."]


def test_a_sentence_is_preferred_to_the_same_words_inside_another() -> None:
    text = "- Ask twice when it rains.\n- Ask. It is free.\n"
    assert pointed_at(rendered(text), text, checklist(text, "Ask.")) == ["Ask. It is free."]


def test_items_prefer_the_block_of_their_own_kind() -> None:
    text = "Keep a log, they say.\n\n- Keep a log\n\n## Keep a log\n\nKeep a log.\n"
    for kind, tag in (("list", "li"), ("heading", "h2")):
        page, anchors = anchored(rendered(text), text, checklist(text, "Keep a log", kind=kind))
        assert re.search(rf'<{tag} id="{anchors["i0"]}">Keep a log<', page)


def test_equal_items_point_at_their_own_places_in_turn() -> None:
    text = "- Ask.\n- Wait.\n- Ask.\n"
    page, anchors = anchored(rendered(text), text, checklist(text, "Ask.", "Wait.", "Ask."))
    assert len(set(anchors.values())) == 3
    assert page.count(' id="tip-') == 3


def test_ids_that_are_there_are_kept_and_used() -> None:
    text = "## Keep a log\n\nWhy not.\n"
    page, anchors = anchored(rendered(text), text, checklist(text, "Keep a log", kind="heading"))
    assert anchors == {"i0": "keep-a-log"}
    assert page == rendered(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('!!! tip "Hint"\n    Ask the porter twice.\n', "Ask the porter twice."),
        ('<div markdown="1">\n\nAsk the porter twice.\n\n</div>\n', "Ask the porter twice."),
        ("<div>\n\nAsk the porter twice.\n\n</div>\n", "Ask the porter twice."),
        ("> Ask the porter twice.\n", "Ask the porter twice."),
        ("Porter\n:   Ask the porter twice.\n", "Ask the porter twice."),
        ("1. One.\n\n    Ask the porter twice.\n\n2. Two.\n", "Ask the porter twice."),
        ("Text.\n- Ask the porter twice.\n- Go.\n", "Ask the porter twice."),
        ("| a | b |\n| --- | --- |\n| Ask the porter twice. | c |\n", "Ask the porter twice."),
        ("Go.\n\n<p>Unclosed\n\nAsk the porter twice.</li>\n", "Ask the porter twice."),
        ("*[PO]: Post\n\nAsk the PO twice.\n", "Ask the PO twice."),
        (
            "Ask {{ who }} for the very long ladder at once.\n",
            "Ask {{ who }} for the very long ladder at once.",
        ),
    ],
)
def test_every_kind_of_block_can_be_pointed_at(text: str, sentence: str) -> None:
    drawn = checklist(text, sentence, kind="prose")
    seen = visible(see_through(sentence))
    assert set(words(seen)) <= set(words(pointed_at(rendered(text), text, drawn)[0]))


def test_what_is_not_in_the_page_has_no_anchor_and_the_page_stays() -> None:
    text = "- Ask the porter.\n"
    for page in ("<p>Something else.</p>", "", "<p>Ask the</p><p>porter.</p>"):
        assert anchored(page, text, checklist(text, "Ask the porter.")) == (page, {})


def test_scripts_and_styles_are_no_text() -> None:
    text = "Ask the porter.\n"
    page = "<script>Ask the porter.</script><p>x<style>Ask the porter.</style></p><p>Ask the porter.</p>"
    changed, _ = anchored(page, text, checklist(text, "Ask the porter.", kind="prose"))
    assert changed.endswith('<p id="tip-i0">Ask the porter.</p>')


VERBS = "Ask Call Write Keep Check Bring Choose Read Send Count".split()
NOUNS = "the desk|your notes|R&amp;D|`{name}`|[the list](a_(b).md)|**two keys**|it's own key|1&#58;30".split(
    "|"
)
TAILS = "before noon|twice|on the first day|with a pencil|(not by mail)|as *slowly* as you can".split("|")
sentence = st.tuples(*map(st.sampled_from, (VERBS, NOUNS, TAILS))).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    lists=st.lists(st.lists(sentence, min_size=3, max_size=6), min_size=1, max_size=4),
    loose=st.booleans(),
    smart=st.booleans(),
    mark=st.sampled_from(["-", "*", "1."]),
)
def test_every_drawn_item_of_a_simple_article_gets_its_anchor(
    lists: list[list[str]], loose: bool, smart: bool, mark: str
) -> None:
    gap = "\n\n" if loose else "\n"
    parts = ["# Tips for your first week\n\nWhat you should do when you are new at the desk.\n"]
    for number, entries in enumerate(lists):
        items = gap.join(f"{mark} {entry}. It is what they like." for entry in entries)
        parts.append(f"## Part {number}\n\nYou should do this:\n\n{items}\n")
    text = "\n".join(parts)
    drawn = draw(text).checklist
    assume(drawn.items)
    page = rendered(text, *["smarty"] * smart)
    for item, said in zip(drawn.items, pointed_at(page, text, drawn), strict=True):
        wanted = " ".join(words(unescape(visible(see_through(text[item.start : item.end])))))
        assert wanted in " ".join(words(said))


@pytest.mark.parametrize("entry", ["Make sure that door {} is shut.", "Make it so.", "Ask {}."])
def test_thousands_of_items_are_anchored_in_good_time(entry: str) -> None:
    sentences = [entry.format(number) for number in range(5000)]
    text = "".join(f"- {sentence}\n" for sentence in sentences)
    page = "<ul>" + "".join(f"<li>{sentence}</li>\n" for sentence in sentences) + "</ul>"
    drawn = checklist(text, *sentences)
    for shown in (page, page.replace("<li>", "<li>They say not to ")):
        began = time.process_time()
        _, anchors = anchored(shown, text, drawn)
        assert time.process_time() - began < 3
        assert len(anchors) == 5000


def test_items_in_an_authors_order_point_at_their_own_places_and_own_items_nowhere() -> None:
    ordered = checklist("Ask. Wait. Go. Ask.", "Ask.", "Wait.", "Ask.")
    first, second, third = ordered.items
    own = replace(first, start=0, end=0, kind="own", id="own")
    shuffled = Checklist((own, third, second, first))
    text = "Ask. Wait. Go. Ask."
    page, anchors = anchored("<p>Ask.</p><p>Wait.</p><p>Go.</p><p>Ask.</p>", text, shuffled)
    assert page == (
        f'<p id="tip-{first.id}">Ask.</p><p id="tip-{second.id}">Wait.</p>'
        f'<p>Go.</p><p id="tip-{third.id}">Ask.</p>'
    )
    assert "own" not in anchors
