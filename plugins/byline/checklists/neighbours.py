"""The signals that a sentence's neighbours give: its list, its fellow headings, its paragraph."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from byline.checklists.candidates import Candidate
from byline.checklists.context import COMMANDS, NOISE, Signals, advises

Group = tuple[object, ...]
_DOUBTS = frozenset({"publisher", "rhetoric"})
_NO_URGING = NOISE | {"in-quotes", "continues"}
_ENOUGH_SIBLINGS = 3
_SHARE_OF_SIBLINGS = 0.5
_COMMANDING = 0.7
_TELLING = 0.25
_ADVISING = 0.4
_LISTS = {"you": (0.25, "list-says-you"), "money": (0.4, "priced-list"), "clock": (0.4, "timed-list")}


@dataclass(frozen=True, slots=True)
class _Counts:
    """How much of what there is in each group of fellows and in each list."""

    size: Counter[Group]
    commands: Counter[Group]
    clear: Counter[Group]
    in_list: Counter[int]
    said_in_list: Counter[tuple[int, str]]


def neighbour_signals(candidates: Sequence[Candidate], local: Sequence[Signals]) -> list[Signals]:
    """Return for each sentence what its list, its fellow headings and its paragraph say about it."""
    pairs = list(zip(candidates, local, strict=True))
    counts = _counted(pairs)
    near: list[Signals] = []
    for _, sentences in groupby(pairs, key=lambda pair: pair[0].block):
        block = list(sentences)
        paragraph = _in_paragraph([found for _, found in block])
        near += [
            said if candidate.kind == "prose" else frozenset(_among_fellows(candidate, found, counts))
            for (candidate, found), said in zip(block, paragraph, strict=True)
        ]
    return near


def without_doubts(own: Signals, near: Signals) -> Signals:
    """Drop the doubts that words like "guess" and "read" raise where nearly all siblings command, too."""
    return own - _DOUBTS if "like-its-siblings" in near else own


def _counted(pairs: Iterable[tuple[Candidate, Signals]]) -> _Counts:
    counts = _Counts(Counter(), Counter(), Counter(), Counter(), Counter())
    for candidate, found in pairs:
        if candidate.kind == "prose":
            continue
        group = _group(candidate)
        counts.size[group] += 1
        if found & COMMANDS:
            counts.commands[group] += 1
            counts.clear[group] += not found & _DOUBTS
        if candidate.list >= 0:
            counts.in_list[candidate.list] += 1
            counts.said_in_list.update((candidate.list, name) for name in found & _LISTS.keys())
    return counts


def _group(candidate: Candidate) -> Group:
    """Return what makes two sentences fellows: one list's items, one level's headings, all bold leads."""
    if candidate.kind == "list":
        return ("list", candidate.list, candidate.place == 0)
    return (candidate.kind, candidate.level if candidate.kind == "heading" else 0)


def _among_fellows(candidate: Candidate, found: Signals, counts: _Counts) -> set[str]:
    """Return what an item's siblings or a heading's fellows say about it."""
    signals = set()
    for said, (share, name) in _LISTS.items() if candidate.list >= 0 else ():
        if counts.said_in_list[candidate.list, said] >= share * counts.in_list[candidate.list]:
            signals.add(name)
    group = _group(candidate)
    size = counts.size[group]
    if size == 1:
        return signals | {"alone"}
    shape = "list" if candidate.kind == "list" else "heading"
    share = (counts.commands[group] - bool(found & COMMANDS)) / (size - 1)
    if share <= _TELLING:
        signals.add(f"telling-{shape}s")
    elif share >= _COMMANDING:
        signals.add(f"commanding-{shape}s")
        enough = max(_ENOUGH_SIBLINGS, size * _SHARE_OF_SIBLINGS)
        if candidate.kind == "list" and counts.clear[group] >= enough and _may_be_like(found):
            signals.add("like-its-siblings")
        if "perhaps-imperative" in found:
            signals.add("fits-commanding")
    return signals


def _may_be_like(found: Signals) -> bool:
    """Tell whether its siblings can vouch for a command: not where a publisher speaks of itself."""
    return "imperative" in found and "calls-to-us" not in found


def _in_paragraph(block: Sequence[Signals]) -> list[Signals]:
    """Return what the other sentences of a block say about each of its sentences."""
    if len(block) == 1:
        return [frozenset()]
    urging, advising = [_urges(found) for found in block], [advises(found) for found in block]
    urged, advice = sum(urging) > 1, sum(advising)
    return [
        frozenset(
            (["urging-paragraph"] if urges and urged else [])
            + _advice_around((advice - own) / (len(block) - 1))
        )
        for urges, own in zip(urging, advising, strict=True)
    ]


def _advice_around(share: float) -> list[str]:
    if share >= _ADVISING:
        return ["advising-paragraph"]
    return [] if share else ["telling-paragraph"]


def _urges(found: Signals) -> bool:
    """Tell whether a sentence commands its reader: an author who turns to the reader does so twice."""
    return "in-prose" in found and bool(found & COMMANDS) and not found & _NO_URGING
