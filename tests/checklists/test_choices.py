"""What an author decides in the front matter is what readers are shown, or a problem with its line."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from byline.checklists import Drawing, draw
from byline.checklists.identity import name_tip

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "choices.yml").read_text(encoding="utf-8")
)
BODY = """\
Shift changes go wrong when nobody writes things down. Here are the tips that work for you:

- Write the open jobs on one page.
- Walk the floor together before you leave.
- Never promise a repair date for somebody else.
- Keep a spare key at the desk.
"""
TIPS = {
    "write": "Write the open jobs on one page",
    "walk": "Walk the floor together before you leave",
    "never": "Never promise a repair date for somebody else",
    "keep": "Keep a spare key at the desk",
    "plain": "Shift changes go wrong when nobody writes things down",
}
IDS = {**{name: name_tip(text) for name, text in TIPS.items()}, "breathe": name_tip("Breathe")}


def article(checklist: str, body: str = BODY) -> str:
    return f"---\ntitle: Handovers\nchecklist:{filled(checklist)}\n---\n{body}"


def filled(text: str, **more: object) -> str:
    for name, value in {**IDS, "long": "x" * 301, **more}.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def shown(drawing: Drawing) -> list[str]:
    return [item.text for item in drawing.checklist.items]


def said(drawing: Drawing) -> list[str]:
    return [f"{unmet.line}: {unmet.wrong}; {unmet.mend}" for unmet in drawing.unmet]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_readers_are_shown_what_the_author_decides(case: dict[str, Any], end: str) -> None:
    text = article(case["checklist"])
    drawing = draw(text.replace("\n", end))
    if "shows" in case:
        assert shown(drawing) == [TIPS.get(words, words) for words in case["shows"]]
    line = text[: text.index("- Walk")].count("\n") + 1
    expected = [filled(problem, line=line) for problem in case.get("says", ())]
    assert len(said(drawing)) == len(expected), said(drawing)
    for problem, wanted in zip(said(drawing), expected, strict=True):
        assert problem.startswith(wanted)


def test_items_stay_tied_to_their_sentences() -> None:
    text = article("\n  items:\n    - {id: {keep}, text: Keys, was: [0123456789, ab-2]}\n    - {id: {plain}}")
    first, second = draw(text).checklist.items
    assert (first.id, first.aliases, first.kind) == (IDS["keep"], ("0123456789", "ab-2"), "list")
    assert text[first.start : first.end] == "Keep a spare key at the desk."
    assert (second.id, second.confidence, second.rules) == (IDS["plain"], 1.0, ("reviewed",))
    reworded = draw(article("\n  reword: {{keep}: Keys}")).checklist.items[-1]
    assert (reworded.id, reworded.text) == (IDS["keep"], "Keys")


def test_an_authors_own_item_has_an_id_from_its_words_and_the_line_it_is_written_on() -> None:
    own = draw(article(f"\n  add:\n    - Breathe\n    - {TIPS['keep']}")).checklist.items[-2:]
    assert [item.id for item in own] == [IDS["breathe"], f"{IDS['keep']}-2"]
    assert [(item.kind, item.line) for item in own] == [("own", 5), ("own", 6)]


def test_an_authors_own_item_is_shown_also_below_a_story() -> None:
    assert shown(draw(article("\n  add: [Breathe]", "It was a dark night.\n"))) == ["Breathe"]


def test_review_keeps_what_was_drawn_from_readers_only() -> None:
    drawing = draw(article(" review"))
    assert drawing.awaits_review
    assert [item.text for item in drawing.drawn] == list(TIPS.values())[:4]
    assert not draw(article(" auto")).awaits_review


def test_the_title_of_the_checklist_is_not_that_of_the_article() -> None:
    checklist = draw(article("\n  title: Before you <leave>")).checklist
    assert (checklist.title, checklist.heading) == ("Handovers", "Before you <leave>")


BROKEN = {
    "broken elsewhere": "title: a: b\nchecklist:\n  skip: [{walk}]\ntags: [a\n",
    "a key twice": "tags: [a]\ntags: [b]\nchecklist:\n\n  # mine\n  skip: [{walk}]\ndraft: true\n",
    "in one line": "{title: x, checklist: {skip: [{walk}]}}\n",
    "in quotes": '"checklist": {skip: [{walk}]}\n',
}


@pytest.mark.parametrize("head", BROKEN)
def test_broken_front_matter_elsewhere_does_no_harm(head: str) -> None:
    drawing = draw(f"---\n{filled(BROKEN[head])}---\n{BODY}")
    assert (len(drawing.checklist.items), drawing.unmet) == (3, ())


def test_a_checklist_that_cannot_be_read_at_all_is_drawn() -> None:
    assert len(shown(draw(f"---\nchecklist: [a\n---\n{BODY}"))) == 4


def test_toml_says_the_same() -> None:
    toml = f'+++\ntitle = "x"\n\n[checklist]\nskip = ["{IDS["walk"]}"]\ntitel = "x"\n+++\n{BODY}'
    assert len(shown(draw(toml))) == 3
    assert said(draw(toml)) == [
        "4: `checklist` has an unknown key `titel`; "
        "did you mean `title`? keys are title, add, skip, reword, order, items"
    ]
    assert draw(f"+++\nchecklist = false\n+++\n{BODY}").switched_off


@pytest.mark.parametrize("head", ["checklist = " + "9" * 5000, "checklist = " + "[" * 5000, "checklist = ["])
def test_toml_that_cannot_be_read_does_no_harm(head: str) -> None:
    assert len(shown(draw(f"+++\n{head}\n+++\n{BODY}"))) == 4


def test_equal_sentences_keep_their_ids_when_one_is_not_drawn() -> None:
    body = BODY + "\n## Afterwards\n\nThe day ends. Keep a spare key at the desk.\n"
    assert draw(article(" auto", body)).drawn[3].id == IDS["keep"]
    listed = draw(article("\n  items: [{id: {keep}}]", body)).checklist.items[0]
    assert listed.kind == "list"


def test_a_thousand_ids_that_are_gone_take_no_time() -> None:
    entries = "".join(
        f"\n    - {{id: {number:010}, text: Walk the floor {number}}}" for number in range(1000)
    )
    body = BODY + "".join(f"- Walk floor {number} before you leave.\n" for number in range(1000))
    assert len(draw(article(f"\n  items:{entries}", body)).unmet) == 1000
