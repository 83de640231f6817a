"""Labelled articles: every sentence with its signals, and whether it is a tip."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from byline.checklists.reading import read_article, score
from byline.checklists.selection import Scored

Span = tuple[int, int]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip as labelled: its span and those of its repetitions, and where it stands."""

    spans: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article's sentences with their signals; `is_tip` is None for those that count neither way."""

    name: str
    repository: str
    sentences: tuple[Scored, ...]
    is_tip: tuple[bool | None, ...]
    tips: tuple[Tip, ...]
    neutral: tuple[Span, ...]


def read_labelled(folders: Sequence[Path]) -> Iterator[LabelledArticle]:
    """Yield the labelled articles of some folders whose licence allows learning from them.

    A folder holds `NAME.json` beside `NAME.md`; a licence is named in the label or in `index.csv` above.
    """
    for folder in folders:
        licences = _licences(folder.parent / "index.csv")
        for file in sorted(folder.glob("*.json")):
            label = json.loads(file.read_text(encoding="utf-8"))
            licence = licences.get(f"{folder.name}/{file.stem}") or label.get("licence") or ""
            if _is_open(licence):
                yield _read_article(file, label)


def _licences(index: Path) -> dict[str, str]:
    if not index.is_file():
        return {}
    with index.open(encoding="utf-8", newline="") as rows:
        return {row["file"]: row["licence"] for row in csv.DictReader(rows)}


def _is_open(licence: str) -> bool:
    """Tell whether a licence is named and neither forbids commercial use nor derived work."""
    words = licence.upper().replace("-", " ").split()
    return bool(words) and not {"NC", "ND", "NONCOMMERCIAL"} & set(words)


def _read_article(file: Path, label: dict[str, Any]) -> LabelledArticle:
    text = file.with_suffix(".md").read_bytes().decode("utf-8")
    tips, neutral = _spans(label["tips"])
    sentences = score(read_article(text))
    return LabelledArticle(
        file.stem,
        str(label["repo"]),
        tuple(sentences),
        tuple(_target((entry.candidate.start, entry.candidate.end), tips, neutral) for entry in sentences),
        tips,
        neutral,
    )


def _spans(labels: Sequence[Mapping[str, Any]]) -> tuple[tuple[Tip, ...], tuple[Span, ...]]:
    core = {label["id"]: label for label in labels if label["level"] == "core"}
    spans: dict[str, list[Span]] = {name: [(tip["start"], tip["end"])] for name, tip in core.items()}
    neutral = []
    for label in labels:
        span = (label["start"], label["end"])
        if label["level"] == "dup" and label["group"] in core:
            spans[label["group"]].append(span)
        elif label["level"] != "core":
            neutral.append(span)
    return tuple(Tip(tuple(spans[name]), core[name]["kind"]) for name in core), tuple(neutral)


def _target(span: Span, tips: Sequence[Tip], neutral: Sequence[Span]) -> bool | None:
    if any(overlap(span, tip.spans[0]) for tip in tips):
        return True
    repeats = (other for tip in tips for other in tip.spans[1:])
    return None if any(overlap(span, other) for other in (*repeats, *neutral)) else False


def overlap(one: Span, other: Span) -> float:
    """Return the share of the shorter span that both cover, 0 where it is under a half."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    share = common / max(1, min(one[1] - one[0], other[1] - other[0]))
    return share if share >= _HALF else 0.0
