"""How well weights draw the tips of labelled articles, as their reader would see them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from byline.checklists.scorer import WeightTable
from byline.checklists.selection import Scored, choose
from training.labelled import LabelledArticle, overlap

_REPEATED = 0.01  # of two equal matches, that with the tip itself


@dataclass(slots=True)
class Figures:
    """Counts over articles; a tip and its repetitions count once, neutral sentences neither way."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    without_tips: int = 0
    wrongly_given: int = 0
    found: Counter[str] = field(default_factory=Counter)
    tips: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of what is shown that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the tips that is shown."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {self.found[kind]}/{count}" for kind, count in sorted(self.tips.items()))
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f}; wrong checklists "
            f"{self.wrongly_given}/{self.without_tips}; found {kinds}"
        )


def measure(articles: Iterable[tuple[LabelledArticle, WeightTable]]) -> Figures:
    """Draw each article with its weights and count."""
    figures = Figures()
    for article, weights in articles:
        _count(article, draw_with(article, weights), figures)
    return figures


def draw_with(article: LabelledArticle, weights: WeightTable) -> tuple[Scored, ...]:
    """Return the sentences that would be shown."""
    return choose(
        [replace(entry, confidence=weights.confidence_of(entry.signals)) for entry in article.sentences]
    ).shown


def _count(article: LabelledArticle, shown: Iterable[Scored], figures: Figures) -> None:
    spans = [(entry.candidate.start, entry.candidate.end) for entry in shown]
    pairs = sorted(
        (
            (
                max(overlap(span, other) - _REPEATED * bool(turn) for turn, other in enumerate(tip.spans)),
                item,
                number,
            )
            for item, span in enumerate(spans)
            for number, tip in enumerate(article.tips)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    matched: dict[int, int] = {}
    for share, item, number in pairs:
        if share > 0 and item not in matched and number not in matched.values():
            matched[item] = number
    known = [*article.neutral, *(span for tip in article.tips for span in tip.spans)]
    wrong = [
        span
        for item, span in enumerate(spans)
        if item not in matched and not any(overlap(span, other) for other in known)
    ]
    figures.right += len(matched)
    figures.wrong += len(wrong)
    figures.missed += len(article.tips) - len(matched)
    figures.tips.update(tip.kind for tip in article.tips)
    figures.found.update(article.tips[number].kind for number in matched.values())
    if not article.tips:
        figures.without_tips += 1
        figures.wrongly_given += bool(wrong)
