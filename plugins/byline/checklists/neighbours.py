"""The signals that a sentence's neighbours give: its list, its fellow headings, its paragraph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from byline.checklists.candidates import Candidate
from byline.checklists.context import ADVICE, COMMANDS, NOISE, Signals, advises

Group = tuple[object, ...]
_DOUBTS = frozenset({"publisher", "rhetoric"})
_NO_URGING = NOISE | {"in-quotes", "continues"}
_ENOUGH_SIBLINGS = 3
_SHARE_OF_SIBLINGS = 0.5
_COMMANDING = 0.7
_TELLING = 0.25
_ADVISING = 0.4
_NOTHING: Signals = frozenset()
_TOLD: Signals = frozenset({"telling-paragraph"})
_LISTS = {"you": (0.25, "list-says-you"), "money": (0.4, "priced-list"), "clock": (0.4, "timed-list")}


@dataclass(slots=True)
class _Fellows:
    """How many sentences are fellows, how many of them command, and how many of those leave no doubt."""

    size: int = 0
    commands: int = 0
    clear: int = 0


@dataclass(slots=True)
class _Block:
    """How many sentences a block has, how many of them advise, and how many urge."""

    sentences: int = 0
    advice: int = 0
    urging: int = 0


@dataclass(frozen=True, slots=True)
class _Counts:
    """How much of what there is: in each group of fellows, in each block, in each list."""

    fellows: defaultdict[Group, _Fellows]
    blocks: defaultdict[int, _Block]
    in_list: Counter[int]
    said_in_list: Counter[tuple[int, str]]


def neighbour_signals(candidates: Sequence[Candidate], local: Sequence[Signals]) -> list[Signals]:
    """Return for each sentence what its list, its fellow headings and its paragraph say about it."""
    pairs = list(zip(candidates, local, strict=True))
    counts = _counted(pairs)
    return [
        _in_paragraph(found, counts.blocks[candidate.block])
        if candidate.kind == "prose"
        else frozenset(_among_fellows(candidate, found, counts))
        for candidate, found in pairs
    ]


def without_doubts(own: Signals, near: Signals) -> Signals:
    """Drop the doubts that words like "guess" and "read" raise where nearly all siblings command, too."""
    return own - _DOUBTS if "like-its-siblings" in near else own


def _counted(pairs: Iterable[tuple[Candidate, Signals]]) -> _Counts:
    counts = _Counts(defaultdict(_Fellows), defaultdict(_Block), Counter(), Counter())
    for candidate, found in pairs:
        block = counts.blocks[candidate.block]
        block.sentences += 1
        speaks = not found.isdisjoint(ADVICE)
        if speaks:
            block.advice += advises(found)
            block.urging += _urges(found)
        if candidate.kind != "prose":
            fellows = counts.fellows[_group(candidate)]
            fellows.size += 1
            if speaks and not found.isdisjoint(COMMANDS):
                fellows.commands += 1
                fellows.clear += found.isdisjoint(_DOUBTS)
        if candidate.list >= 0:
            counts.in_list[candidate.list] += 1
            for name in _LISTS:
                counts.said_in_list[candidate.list, name] += name in found
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
    fellows = counts.fellows[_group(candidate)]
    size = fellows.size
    if size == 1:
        return signals | {"alone"}
    shape = "list" if candidate.kind == "list" else "heading"
    share = (fellows.commands - (not found.isdisjoint(COMMANDS))) / (size - 1)
    if share <= _TELLING:
        signals.add(f"telling-{shape}s")
    elif share >= _COMMANDING:
        signals.add(f"commanding-{shape}s")
        enough = max(_ENOUGH_SIBLINGS, size * _SHARE_OF_SIBLINGS)
        if candidate.kind == "list" and fellows.clear >= enough and _may_be_like(found):
            signals.add("like-its-siblings")
        if "perhaps-imperative" in found:
            signals.add("fits-commanding")
    return signals


def _may_be_like(found: Signals) -> bool:
    """Tell whether its siblings can vouch for a command: not where a publisher speaks of itself."""
    return "imperative" in found and "calls-to-us" not in found


def _in_paragraph(found: Signals, block: _Block) -> Signals:
    """Return what the other sentences of its paragraph say about a sentence."""
    if not block.advice:  # who urges advises as well
        return _TOLD if block.sentences > 1 else _NOTHING
    signals = set()
    if block.urging > 1 and _urges(found):
        signals.add("urging-paragraph")
    if block.sentences > 1:
        others = (block.advice - advises(found)) / (block.sentences - 1)
        if others >= _ADVISING:
            signals.add("advising-paragraph")
        elif not others:
            signals.add("telling-paragraph")
    return frozenset(signals)


def _urges(found: Signals) -> bool:
    """Tell whether a sentence commands its reader: an author who turns to the reader does so twice."""
    return "in-prose" in found and not found.isdisjoint(COMMANDS) and found.isdisjoint(_NO_URGING)
