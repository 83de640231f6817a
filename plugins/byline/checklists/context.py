"""The signals that only the article as a whole gives: its title, its voice, its opening and its end."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from byline.checklists.candidates import Candidate
from byline.checklists.cue_search import find_cues, hear
from byline.checklists.languages import Language

COMMANDS = frozenset({"imperative", "conditional-imperative"})
ADVICE = COMMANDS | {
    "you-should",
    "make-sure",
    "important-to",
    "recommend",
    "consider",
    "negated",
    "they-should",
    "we-should",
    "lets",
}
NOISE = frozenset(
    {
        "rhetoric",
        "discourse",
        "publisher",
        "call-to-action",
        "told",
        "question",
        "own-story",
        "code",
        "introduces",
    }
)

Signals = frozenset[str]
_CLOSING = 0.9
_LONG_ENOUGH = 8


def advises(found: Signals) -> bool:
    """Tell whether a sentence gives advice, and no reason to doubt it."""
    return not found.isdisjoint(ADVICE) and found.isdisjoint(NOISE)


def article_signals(
    title: str, candidates: Sequence[Candidate], local: Sequence[Signals], language: Language
) -> Signals:
    """Return what holds for every sentence of an article."""
    signals = find_cues(language, "title", hear(title)) if title else {"no-title"}
    prose = [found for found, candidate in zip(local, candidates, strict=True) if candidate.kind != "heading"]
    count, said = max(1, len(prose)), Counter(chain.from_iterable(prose))
    advice = sum(map(advises, prose)) / count
    signals.add("much-advice" if advice > 0.2 else "some-advice" if advice > 0.1 else "little-advice")
    you, own = said["you"] / count, said["we"] / count
    facts = {
        "speaks-to-you": you > 0.25,
        "never-says-you": you < 0.04,
        "own-voice": own > 0.35 and own > 1.5 * you,
        "own-tale": said["told"] / count > 0.3,
        "personal": said["i"] / count > 0.2,
        "code-article": said["code"] / count > 0.3 or said["before-code"] / count > 0.08,
    }
    return frozenset(signals | {name for name, holds in facts.items() if holds})


def place_signals(candidates: Sequence[Candidate]) -> list[Signals]:
    """Return for each sentence whether it opens or closes the article, where publishers speak."""
    last = candidates[-1].block if candidates else 0
    if last < _LONG_ENOUGH:
        return [frozenset()] * len(candidates)
    opening, closing, between = frozenset({"opens-article"}), frozenset({"closes-article"}), frozenset[str]()
    closes = last * _CLOSING
    return [
        closing if candidate.block >= closes else opening if candidate.block <= 1 else between
        for candidate in candidates
    ]
