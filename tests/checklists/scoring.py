"""How well a drawn checklist agrees with an article's labels.

An item is right when it covers at least half of the shorter of itself and a core tip. A tip and its
duplicates count once, and further items on them neither way. Neutral spans (`opt`) count neither way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import yaml

Level = Literal["core", "dup", "opt"]
Span = tuple[int, int]

_HALF = 0.5
_BEHIND_THE_ORIGINAL = 0.01


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled place of an article; `group` is the id of the tip that it states or repeats."""

    level: Level
    kind: str
    group: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the labelled set."""

    name: str
    text: str
    plain: bool
    has_tips: bool
    labels: tuple[Label, ...]

    @property
    def tips(self) -> dict[str, Label]:
        """The core tips by their ids."""
        return {label.group: label for label in self.labels if label.level == "core"}


@dataclass(frozen=True, slots=True)
class Result:
    """What a checklist got right and wrong in one article."""

    article: Article
    found: frozenset[str]
    wrong: tuple[Span, ...]

    @property
    def missed(self) -> list[Label]:
        """The core tips that no item covers."""
        return [tip for group, tip in self.article.tips.items() if group not in self.found]


@dataclass(frozen=True, slots=True)
class Figures:
    """The measure over all articles."""

    results: Sequence[Result] = field(repr=False)

    @property
    def right(self) -> int:
        """How many tips were found."""
        return sum(len(result.found) for result in self.results)

    @property
    def precision(self) -> float:
        """The share of the items that are tips, leaving out the neutral ones."""
        return self.right / max(1, self.right + sum(len(result.wrong) for result in self.results))

    @property
    def recall(self) -> float:
        """The share of the tips that were found."""
        return self.right / max(1, sum(len(result.article.tips) for result in self.results))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    @property
    def wrong_checklists(self) -> list[str]:
        """The articles without tips that were given one."""
        return [
            result.article.name for result in self.results if result.wrong and not result.article.has_tips
        ]

    @property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """How many tips of each kind were found, of how many."""
        kinds: dict[str, tuple[int, int]] = {}
        for result in self.results:
            for group, tip in result.article.tips.items():
                found, every = kinds.get(tip.kind, (0, 0))
                kinds[tip.kind] = (found + (group in result.found), every + 1)
        return dict(sorted(kinds.items()))


def read_article(path: Path) -> Article:
    """Read an article (`.md`, or `.txt` for pasted text) and the labels that stand beside it."""
    text = path.read_bytes().decode("utf-8")
    told = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    labels = tuple(
        Label(
            tip["level"],
            tip["kind"],
            tip.get("group", tip["id"]),
            tip["quote"],
            find_quote(text, tip["quote"], tip.get("nth")),
        )
        for tip in told["tips"]
    )
    return Article(path.name, text, path.suffix == ".txt", told["class"] == "tips", labels)


def find_quote(text: str, quote: str, nth: int | None = None) -> Span:
    """Return where a quote stands; `nth` (from 1) says which, and must be given if there are several."""
    count = text.count(quote)
    if not quote or not count or (nth is None and count > 1) or (nth is not None and not 1 <= nth <= count):
        raise ValueError(f"the article has {quote!r} {count} times, nth is {nth}")
    start = -1
    for _ in range(nth or 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def overlap(one: Span, other: Span) -> float:
    """Return the share of the shorter span that both cover, 0 where it is under a half."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    share = common / max(1, min(one[1] - one[0], other[1] - other[0]))
    return share if share >= _HALF else 0.0


def score(article: Article, items: Sequence[Span]) -> Result:
    """Match the items of a checklist with the tips of its article, the best fits first."""
    fits = sorted(_fits(article, items), reverse=True)
    matched: dict[int, str] = {}
    for _, number, group in fits:
        if -number not in matched and group not in matched.values():
            matched[-number] = group
    wrong = (
        item
        for number, item in enumerate(items)
        if number not in matched and not any(overlap(item, label.span) for label in article.labels)
    )
    return Result(article, frozenset(matched.values()), tuple(wrong))


def _fits(article: Article, items: Sequence[Span]) -> Iterable[tuple[float, int, str]]:
    """Return fit, negated number of the item (so that the earlier sorts higher) and tip."""
    for number, item in enumerate(items):
        for label in article.labels:
            share = overlap(item, label.span) if label.level != "opt" else 0.0
            if share:
                yield share - _BEHIND_THE_ORIGINAL * (label.level == "dup"), -number, label.group


def report(figures: Figures) -> str:
    """Return the figures and each error, to read when a floor gives way."""
    kinds = ", ".join(f"{kind} {found}/{every}" for kind, (found, every) in figures.by_kind.items())
    lines = [
        f"precision {figures.precision:.3f} recall {figures.recall:.3f} F1 {figures.f1:.3f}",
        f"found by kind: {kinds}",
        f"checklists where there should be none: {', '.join(figures.wrong_checklists) or 'no'}",
    ]
    for result in figures.results:
        text = result.article.text
        errors = [f"  wrong  {text[start:end]!r}" for start, end in result.wrong]
        errors += [f"  missed {tip.kind}: {tip.quote!r}" for tip in result.missed]
        lines += [result.article.name, *errors] if errors else []
    return "\n".join(lines)
