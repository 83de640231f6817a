"""Which of the scored sentences are shown: one tip per item, nothing twice, nothing on thin evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from byline.checklists.candidates import Candidate
from byline.checklists.identity import matters
from byline.checklists.items import Kind

SHOWN_FROM = 0.5
_LEAST_ITEMS = 3
_LEAST_RIGHT = 2.3
_SAME = 0.6
_MOST_COMPARED = 60
_Around = tuple[Kind, int]
"""Of a sentence: its kind, and the number of its list."""
_Said = tuple[frozenset[str], _Around]
_RANK = {"heading": 0, "bold-lead": 1, "list": 1, "prose": 2}


@dataclass(slots=True)  # there is one for every sentence, and frozen ones take three times as long to make
class Scored:
    """A candidate with its signals and what they add up to."""

    candidate: Candidate
    signals: frozenset[str]
    confidence: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown, in the article's order, and why the rest of the likely ones is not."""

    shown: tuple[Scored, ...]
    turned_down: tuple[tuple[Scored, str], ...]


def choose(scored: Sequence[Scored]) -> Choice:
    """Choose the sentences to show."""
    likely = [entry for entry in scored if entry.confidence >= SHOWN_FROM]
    down = [(entry, "leads in what follows it") for entry in likely if _leads_in(entry.candidate)]
    likely, later = _one_per_item(entry for entry in likely if not _leads_in(entry.candidate))
    kept, repeated = _without_repeats(likely)
    down += [(entry, "after the first tip of its item") for entry in later]
    down += [(entry, "says again what another tip says") for entry in repeated]
    if not _is_enough(kept):
        return Choice((), (*down, *((entry, "too little evidence in the article") for entry in kept)))
    return Choice(tuple(kept), tuple(down))


def _leads_in(candidate: Candidate) -> bool:
    """Tell whether a sentence stops at a colon, before what it is about: "Before you leave, you should:"."""
    return candidate.kind == "prose" and candidate.text.endswith(":")


def _is_enough(kept: Sequence[Scored]) -> bool:
    """Ask for several tips, over two of which are right by what their confidences lead to expect."""
    return len(kept) >= _LEAST_ITEMS and sum(entry.confidence for entry in kept) >= _LEAST_RIGHT


def _one_per_item(likely: Iterable[Scored]) -> tuple[list[Scored], list[Scored]]:
    first: list[Scored] = []
    later: list[Scored] = []
    begun: set[int] = set()
    for entry in likely:
        if entry.candidate.kind == "list" and entry.candidate.block in begun:
            later.append(entry)
            continue
        begun.add(entry.candidate.block)
        first.append(entry)
    return first, later


def _without_repeats(likely: Sequence[Scored]) -> tuple[list[Scored], list[Scored]]:
    """Keep the heading or list item of two that say the same, wherever the other stands."""
    candidates = [entry.candidate for entry in likely]
    matter = matters([candidate.text for candidate in candidates])
    ranks = [_RANK[candidate.kind] for candidate in candidates]
    compared: list[_Said] = []
    words: set[frozenset[str]] = set()
    repeated: set[int] = set()
    for place in sorted(range(len(likely)), key=ranks.__getitem__):
        candidate, own = candidates[place], matter[place]
        around = (candidate.kind, candidate.list)
        if own and (own in words or _is_said(own, None if candidate.kind == "prose" else around, compared)):
            repeated.add(place)
            continue
        words.add(own)
        if len(compared) < _MOST_COMPARED:
            compared.append((own, around))
    if not repeated:
        return list(likely), []
    kept = [entry for place, entry in enumerate(likely) if place not in repeated]
    return kept, [likely[place] for place in sorted(repeated)]


def _is_said(own: frozenset[str], apart: _Around | None, compared: Iterable[_Said]) -> bool:
    """Tell whether one of these, unless it stands where `apart` says, says the same as a text of these words.

    Items of one list differ on purpose, also in a single word; so do headings.
    """
    for other, around in compared:
        if around != apart and not own.isdisjoint(other):
            common = len(own & other)
            if common > 1 and _is_most(common, len(own), len(other)):
                return True
    return False


def _is_most(common: int, one: int, other: int) -> bool:
    """Tell whether of so many words and so many, enough are common to both."""
    smaller, larger = min(one, other), max(one, other)
    return common / larger >= _SAME or (common == smaller and smaller >= 3)
