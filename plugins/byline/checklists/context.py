"""The signals that only the article as a whole gives: its title, its voice, and how its neighbours look."""

from collections import Counter
from collections.abc import Sequence

from byline.checklists.candidates import Candidate
from byline.checklists.cues import find_cues
from byline.checklists.languages import Language

COMMANDS = frozenset({"imperative", "conditional-imperative"})
_ADVICE = COMMANDS | {
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
_NOISE = frozenset(
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

_NO_URGING = _NOISE | {"in-quotes", "continues"}

Signals = frozenset[str]
_DOUBTS = frozenset({"publisher", "rhetoric"})
_ENOUGH_SIBLINGS = 3
_SHARE_OF_SIBLINGS = 0.5
_CLOSING = 0.9
_LONG_ENOUGH = 8


def article_signals(
    title: str, candidates: Sequence[Candidate], local: Sequence[Signals], language: Language
) -> Signals:
    """Return what holds for every sentence of an article."""
    signals = find_cues(language, "title", title) if title else {"no-title"}
    prose = [found for found, candidate in zip(local, candidates, strict=True) if candidate.kind != "heading"]
    count = max(1, len(prose))
    advice = sum(bool(found & _ADVICE and not found & _NOISE) for found in prose) / count
    signals.add("much-advice" if advice > 0.2 else "some-advice" if advice > 0.1 else "little-advice")
    you, own = (sum(name in found for found in prose) / count for name in ("you", "we"))
    told = sum("told" in found for found in prose) / count
    first = sum("i" in found for found in prose) / count
    facts = {
        "speaks-to-you": you > 0.25,
        "never-says-you": you < 0.04,
        "own-voice": own > 0.35 and own > 1.5 * you,
        "own-tale": told > 0.3,
        "personal": first > 0.2,
        "code-article": sum("code" in found for found in prose) / count > 0.3
        or sum("before-code" in found for found in prose) / count > 0.08,
    }
    return frozenset(signals | {name for name, holds in facts.items() if holds})


def place_signals(candidates: Sequence[Candidate]) -> list[Signals]:
    """Return for each sentence whether it opens or closes the article, where publishers speak."""
    last = candidates[-1].block if candidates else 0
    if last < _LONG_ENOUGH:
        return [frozenset()] * len(candidates)
    opening, closing = frozenset({"opens-article"}), frozenset({"closes-article"})
    return [
        closing if candidate.block >= last * _CLOSING else opening if candidate.block <= 1 else frozenset()
        for candidate in candidates
    ]


def neighbour_signals(candidates: Sequence[Candidate], local: Sequence[Signals]) -> list[Signals]:
    """Return for each sentence what its list, its fellow headings and its paragraph say about it."""
    groups = [_group(candidate) for candidate in candidates]
    size, commands, clear = Counter(groups), Counter[tuple[object, ...]](), Counter[tuple[object, ...]]()
    block, advice = Counter[int](), Counter[int]()
    urging = Counter(
        candidate.block
        for candidate, found in zip(candidates, local, strict=True)
        if _urges(candidate, found)
    )
    for group, candidate, found in zip(groups, candidates, local, strict=True):
        commands[group] += bool(found & COMMANDS)
        clear[group] += bool(found & COMMANDS and not found & _DOUBTS)
        block[candidate.block] += 1
        advice[candidate.block] += bool(found & _ADVICE and not found & _NOISE)
    return [
        _urged(candidate, found, urging)
        | _standing(
            candidate,
            found,
            size[group],
            commands[group],
            clear[group],
            block[candidate.block],
            advice[candidate.block],
        )
        for group, candidate, found in zip(groups, candidates, local, strict=True)
    ]


def _group(candidate: Candidate) -> tuple[object, ...]:
    """Return what makes two sentences fellows: one list's items, one level's headings, all bold leads."""
    if candidate.kind == "list":
        return ("list", candidate.list, candidate.place == 0)
    return (candidate.kind, candidate.level if candidate.kind == "heading" else 0)


def _may_be_like(found: Signals) -> bool:
    """Tell whether its siblings can vouch for a command: not where a publisher speaks of itself."""
    return "imperative" in found and "calls-to-us" not in found


def _urged(candidate: Candidate, found: Signals, urging: Counter[int]) -> Signals:
    """Return whether a command stands in a paragraph among others: an author who turns to the reader."""
    among_others = _urges(candidate, found) and urging[candidate.block] > 1
    return frozenset({"urging-paragraph"}) if among_others else frozenset()


def _urges(candidate: Candidate, found: Signals) -> bool:
    return candidate.kind == "prose" and bool(found & COMMANDS) and not found & _NO_URGING


def _standing(
    candidate: Candidate, found: Signals, size: int, commands: int, clear: int, sentences: int, advice: int
) -> Signals:
    signals = set()
    if candidate.kind != "prose" and size > 1:
        share = (commands - bool(found & COMMANDS)) / (size - 1)
        shape = "list" if candidate.kind == "list" else "heading"
        if share >= 0.7:
            signals.add(f"commanding-{shape}s")
            enough = max(_ENOUGH_SIBLINGS, size * _SHARE_OF_SIBLINGS)
            if candidate.kind == "list" and clear >= enough and _may_be_like(found):
                signals.add("like-its-siblings")
            if "perhaps-imperative" in found:
                signals.add("fits-commanding")
        elif share <= 0.25:
            signals.add(f"telling-{shape}s")
    elif candidate.kind != "prose":
        signals.add("alone")
    if candidate.kind == "prose" and sentences > 1:
        others = (advice - bool(found & _ADVICE and not found & _NOISE)) / (sentences - 1)
        if others >= 0.4:
            signals.add("advising-paragraph")
        elif not others:
            signals.add("telling-paragraph")
    return frozenset(signals)


def without_doubts(own: Signals, near: Signals) -> Signals:
    """Drop the doubts that words like "guess" and "read" raise where nearly all siblings command, too."""
    return own - _DOUBTS if "like-its-siblings" in near else own
