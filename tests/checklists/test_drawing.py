"""What holds for every drawing: true offsets, the author's own words, time in proportion to the text."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.checklists import Drawing, draw
from byline.checklists.languages import language_codes
from byline.checklists.markup import see_through, visible
from byline.checklists.reading import read_article
from byline.checklists.scorer import WeightTable, trained
from byline.checklists.selection import SHOWN_FROM
from byline.checklists.verbs import base_of_ing

CASES = Path(__file__).parent / "cases"
ARTICLES = sorted(
    path
    for path in (*CASES.iterdir(), *CASES.with_name("labelled").glob("*/*"))
    if path.suffix in {".md", ".txt"}
)
PIECES = [
    *'# - 1. > ``` ** * _ ( ) [ ](x) <b> &amp; !!! | --- \\ { } : ; , . ? ! — ’ " “ ”'.split(" "),
    "\n",
    "\r\n",
    "\n\n",
    "    ",
    "\t",
    "you should keep it",
    "If you can, call them.",
    "Never do that again.",
    "Because of the rain",
    "Tip: write it down",
    "the and of to you your",
    "I'd recommend asking twice",
    "\0",
    "é",
    "\U0001f6e0",
]
hostile = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace("’", "'").casefold())


def assert_own_words(text: str, drawing: Drawing, *, plain: bool) -> None:
    """Every word shown is in the item's sentence or is the base form of one that is; details, in the text."""
    language = read_article(text, plain=plain).language
    everything = set(words(text) if plain else words(text) + words(visible(see_through(text))))
    for item in drawing.checklist.items:
        source = text[item.start : item.end]
        said = set(words(source if plain else visible(see_through(source))))
        bases = {base_of_ing(word, language) for word in said} if language else set()
        assert set(words(item.text)) - said - bases == set()
        assert set(words(item.detail)) - everything == set()


def assert_true(text: str, drawing: Drawing, *, plain: bool) -> None:
    ids = [item.id for item in drawing.checklist.items]
    assert len(set(ids)) == len(ids)
    for item in drawing.checklist.items:
        source = text[item.start : item.end]
        assert source == source.strip() != ""
        assert item.line == len(re.findall(r"\r\n|\n|\r", text[: item.start])) + 1
        assert SHOWN_FROM <= item.confidence <= 1
    assert_own_words(text, drawing, plain=plain)
    starts = [item.start for item in drawing.checklist.items]
    assert starts == sorted(starts)


@settings(max_examples=150, deadline=None)
@given(text=hostile | glued | st.text(max_size=200), plain=st.booleans())
def test_any_text_is_drawn_truthfully(text: str, plain: bool) -> None:
    english = "This is the text that you have and that they will read with you. "
    for whole in (text, english + "\n\n" + text):
        assert_true(whole, draw(whole, plain=plain), plain=plain)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: f"{article.parent.name}-{article.name}")
def test_every_word_shown_and_every_offset_is_true_with_all_line_ends(article: Path, end: str) -> None:
    text = article.read_text(encoding="utf-8").replace("\n", end)
    plain = article.suffix == ".txt"
    assert_true(text, draw(text, plain=plain), plain=plain)


def test_the_words_shown_are_looked_at_in_every_language() -> None:
    shown = {draw(article.read_text(encoding="utf-8")).checklist.language for article in ARTICLES}
    assert shown >= language_codes()


def test_rules_are_signals_that_speak_for_the_tip() -> None:
    drawing = draw((CASES / "imperative-list.md").read_text(encoding="utf-8"))
    for item in drawing.checklist.items:
        assert list(item.rules) == sorted(item.rules, key=lambda rule: (-trained().weights[rule], rule))
        assert all(trained().weights[rule] > 0 for rule in item.rules)


def test_confidence_does_not_hang_on_the_order_of_signals() -> None:
    names = sorted(trained().weights)
    for size in range(2, len(names)):
        chosen = names[:size]
        table, turned = trained(), dict(reversed(trained().weights.items()))
        backwards = WeightTable.of(table.bias, turned)
        assert table.confidence_of(frozenset(chosen)) == backwards.confidence_of(frozenset(chosen[::-1]))


def test_ids_come_from_the_words_and_not_from_the_place() -> None:
    text = (CASES / "imperative-list.md").read_text(encoding="utf-8")
    moved = text.replace("Shift changes", "As you may know, shift changes")
    before, after = draw(text).checklist.items, draw(moved).checklist.items
    assert [item.id for item in before] == [item.id for item in after]
    assert all(re.fullmatch(r"[0-9a-f]{10}", item.id) for item in before)


def test_the_title_comes_from_the_text_alone() -> None:
    assert draw("# Found\n\nText of the day.").checklist.title == "Found"
    assert draw("---\ntitle: Written\n---\n# Found\n\nText of the day.").checklist.title == "Written"
    assert draw("Text of the day.").checklist.title == ""


def test_rejected_sentences_say_why() -> None:
    drawing = draw((CASES / "heading-and-summary.md").read_text(encoding="utf-8"))
    assert all(rejected.reasons for rejected in drawing.rejected)
    assert "says again what another tip says" in {
        reason for one in drawing.rejected for reason in one.reasons
    }


@pytest.mark.parametrize("plain", [False, True])
def test_without_reasons_the_same_is_drawn(*, plain: bool) -> None:
    for article in ARTICLES:
        text = article.read_text(encoding="utf-8")
        whole, bare = draw(text, plain=plain), draw(text, plain=plain, reasons=False)
        items = tuple(replace(item, rules=()) for item in whole.checklist.items)
        assert bare.checklist == replace(whole.checklist, items=items)
        assert not bare.rejected


SHAPES = {
    "stars": "*a ",
    "quotes": "> ",
    "ticks": "` a `` ",
    "links": "[a](",
    "open brackets": "[",
    "open parentheses": "(a. ",
    "conditions": "if a, ",
    "items": "- Do this now.\n",
    "tags": "<a ",
    "braces": "{{ ",
    "underlines": "_a ",
    "stops": ". ",
    "spaces": " ",
    "joiners": "and ",
    "underlined headings": "a\n=\n",
    "notes": "!!! tip\n\n    Do this now.\n\n",
    "bold": "**a ",
}


def seconds(text: str, *, plain: bool) -> float:
    began = time.process_time()
    draw(text, plain=plain)
    return time.process_time() - began


@pytest.mark.parametrize("plain", [False, True], ids=["markdown", "plain"])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_of_a_hostile_text(shape: str, plain: bool) -> None:
    english = "This is the text that you have and that they will read with you.\n\n"
    short, long = (english + SHAPES[shape] * (size // len(SHAPES[shape])) for size in (20_000, 160_000))
    draw(english, plain=plain)
    assert seconds(long, plain=plain) < 8 * 3 * seconds(short, plain=plain) + 0.2


def test_two_megabytes_of_one_hostile_line_are_drawn() -> None:
    draw("This is the text that you have and they will read with you " + "[a](b <c {{ `d` " * 125_000)
