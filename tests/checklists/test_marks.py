"""A mark in the text makes a sentence a tip, or none, and is gone before the text is converted."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from byline.checklists import draw, may_decide, without_marks

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "marks.yml").read_text(encoding="utf-8")
)
HEAD = "---\ntitle: x\n---\n"
ADVICE = """\
Shift changes go wrong when nobody writes things down. Here are the tips that work for you:

- Write the open jobs on one page.
- Walk the floor together before you leave.
- Never promise a repair date for somebody else.
- Keep a spare key at the desk.
"""


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_mark_says_what_is_a_tip(case: dict[str, Any]) -> None:
    drawing = draw(case["text"])
    assert [item.text for item in drawing.checklist.items] == case["shows"]
    assert all((item.rules, item.confidence) == (("marked",), 1.0) for item in drawing.checklist.items)
    said = [f"{unmet.line}: {unmet.wrong}; {unmet.mend}" for unmet in drawing.unmet]
    assert len(said) == len(case.get("says", ()))
    assert all(line.startswith(wanted) for line, wanted in zip(said, case.get("says", ()), strict=True))
    assert all(unmet.warning for unmet in drawing.unmet)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_what_is_converted_holds_no_mark_and_all_lines(case: dict[str, Any]) -> None:
    converted = without_marks(case["text"])
    assert converted == case.get("converts", case["text"])
    assert converted.count("\n") == case["text"].count("\n")
    assert without_marks(converted) == converted


@pytest.mark.parametrize("case", CASES, ids=named)
def test_offsets_and_lines_are_those_of_the_text_as_stored(case: dict[str, Any]) -> None:
    text = HEAD + case["text"]
    for item in draw(text).checklist.items:
        assert text[item.start :].lstrip("*").startswith(item.text.split()[0])
        assert "<!--" not in text[item.start : item.end]
        assert item.line == text.count("\n", 0, item.start) + 1
    assert may_decide(text) or not (case["shows"] or case.get("says"))


def test_marks_join_what_is_drawn() -> None:
    marked = ADVICE.replace("down. Here", "down. <!-- tip --> Here").replace(
        "leave.", "leave. <!-- no tip -->"
    )
    drawing = draw(marked)
    assert [item.text.split()[0] for item in drawing.checklist.items] == ["Shift", "Write", "Never", "Keep"]
    assert ("marked as no tip",) in [rejected.reasons for rejected in drawing.rejected]
    before = {item.text: item.id for item in draw(ADVICE).checklist.items}
    assert all(before.get(item.text, item.id) == item.id for item in drawing.checklist.items)


def test_of_an_item_only_the_marked_sentence_is_shown() -> None:
    marked = ADVICE.replace("desk.", "desk. The night shift has none. <!-- tip -->")
    assert [item.text for item in draw(marked).checklist.items][3:] == ["The night shift has none"]


def test_a_list_without_tips_leaves_the_rest() -> None:
    other = "\n\nYou should also:\n\n1. Lock the gate.\n2. Switch off the lamp.\n3. Call the desk.\n"
    drawing = draw(ADVICE + "{ .no-checklist }" + other)
    assert [item.text for item in drawing.checklist.items] == [
        "Lock the gate",
        "Switch off the lamp",
        "Call the desk",
    ]


def test_pasted_text_has_no_marks() -> None:
    assert draw("It was dark. <!-- tip -->", plain=True).checklist.items == ()


HOSTILE = {
    "comments": "a <!-- tip --> ",
    "lines of comments": "<!-- tip -->\n",
    "commented lines": "A log. <!-- tip -->\n",
    "classes": "{ .checklist }\n",
    "classes apart": "{ .checklist }\n\n",
    "marked lists": "- a\n{ .checklist }\n\nb\n\n",
    "marked items": "- a\n{ .checklist }\n",
    "classes in items": "- a\n\n    { .no-checklist }\n\n",
    "ticks": "` <!-- tip --> ",
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_time_grows_with_the_length_of_a_hostile_text(shape: str) -> None:
    def seconds(size: int) -> float:
        text = HOSTILE[shape] * (size // len(HOSTILE[shape]))
        began = time.process_time()
        draw(text)
        without_marks(text)
        return time.process_time() - began

    assert seconds(160_000) < 8 * 3 * seconds(20_000) + 0.2
