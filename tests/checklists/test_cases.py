"""Every article in `cases/` gives the checklist that stands beside it."""

from pathlib import Path

import pytest
import yaml

from byline.checklists import draw

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.suffix in {".md", ".txt"})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_article_gives_the_checklist_beside_it(case: Path) -> None:
    expected = yaml.safe_load(case.with_suffix(".yml").read_text(encoding="utf-8"))
    drawn = draw(case.read_bytes().decode("utf-8"), plain=case.suffix == ".txt").checklist
    items = [
        {"kind": item.kind, "text": item.text} | ({"detail": item.detail} if item.detail else {})
        for item in drawn.items
    ]
    assert {"title": drawn.title, "items": items} == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_windows_line_ends_change_nothing_but_offsets(case: Path) -> None:
    text = case.read_bytes().decode("utf-8")
    plain = case.suffix == ".txt"
    unix, windows = draw(text, plain=plain), draw(text.replace("\n", "\r\n"), plain=plain)
    assert [(item.line, item.text, item.id) for item in windows.checklist.items] == [
        (item.line, item.text, item.id) for item in unix.checklist.items
    ]


def test_there_are_articles_with_and_without_tips() -> None:
    empty = [case for case in CASES if not yaml.safe_load(case.with_suffix(".yml").read_text())["items"]]
    assert len(CASES) >= 25
    assert len(empty) >= 8
