"""Which sentences an author's marks make tips, and which none: the choice among sentences heeds them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from byline.checklists.candidates import Candidate
from byline.checklists.identity import matter
from byline.checklists.marks import Marks
from byline.checklists.selection import Choice, Scored, choose

MARKED = "marked"
"""The signal, and the rule, of a sentence that its author marked as a tip."""


def marked_sentences(marks: Marks, sentences: Sequence[Candidate]) -> Mapping[int, bool]:
    """Return what the marks say about sentences, by their offsets.

    A mark at an inner list goes before one at the list around it, a mark behind a sentence before both.
    """
    if not marks.lists and not marks.sentences:
        return {}
    starts = [sentence.start for sentence in sentences]
    meant: dict[int, bool] = {}
    for begin, tip in _marked_lists(marks, sentences, starts):
        meant |= dict.fromkeys(_of_list(sentences, begin, first_ones=tip), tip)
    for mark in marks.sentences:
        place = bisect_left(starts, mark.start) - 1
        if place >= 0:
            meant[starts[place]] = mark.tip
    return meant


def _marked_lists(
    marks: Marks, sentences: Sequence[Candidate], starts: Sequence[int]
) -> list[tuple[int, bool]]:
    """Return where each marked list begins and what the last mark at it says, the outer lists first."""
    first: dict[int, int] = {}
    for place, sentence in enumerate(sentences):
        first.setdefault(sentence.list, place)
    lists: dict[int, bool] = {}
    for mark in marks.lists:
        place = bisect_left(starts, mark.item)
        if place < len(sentences) and sentences[place].list >= 0:
            lists[sentences[place].list] = mark.tip
    marked = [(first[number], tip) for number, tip in lists.items()]
    return sorted(marked, key=lambda entry: sentences[entry[0]].level)


def _of_list(sentences: Sequence[Candidate], begin: int, *, first_ones: bool) -> Iterator[int]:
    """Yield the sentences within the list that begins at a place, or the first ones of its own items."""
    own, block = sentences[begin], -1
    for place in range(begin, len(sentences)):
        sentence = sentences[place]
        if _is_outside(sentence, own):
            return
        if not first_ones or (sentence.list == own.list and sentence.block != block):
            yield sentence.start
        block = sentence.block


def _is_outside(sentence: Candidate, own: Candidate) -> bool:
    another = sentence.list not in (own.list, -1)
    return (
        sentence.kind == "heading" or sentence.level < own.level or (another and sentence.level == own.level)
    )


def choose_marked(scored: Sequence[Scored], said: Mapping[int, bool]) -> tuple[list[Scored], Choice]:
    """Choose the sentences to show: those marked as tips for certain, those marked as none never.

    Returns the scores as well, in which a marked tip is certain. Where a sentence of an item is marked, no
    other of that item is drawn, nor one anywhere that has the words of a marked one.
    """
    if not said:
        return list(scored), choose(scored)
    certain = [
        Scored(entry.candidate, frozenset({MARKED}), 1.0) if said.get(entry.candidate.start) else entry
        for entry in scored
    ]
    marked = [entry for entry in certain if MARKED in entry.signals]
    items = {entry.candidate.block for entry in marked if entry.candidate.kind == "list"}
    words = {matter(entry.candidate.text) for entry in marked}
    refused = [entry for entry in certain if said.get(entry.candidate.start) is False]
    outdone = [
        entry
        for entry in certain
        if entry.candidate.start not in said
        and (entry.candidate.block in items or matter(entry.candidate.text) in words)
    ]
    left = {entry.candidate.start for entry in (*refused, *outdone)}
    choice = choose([entry for entry in certain if entry.candidate.start not in left])
    shown = {entry.candidate.start: entry for entry in (*choice.shown, *marked)}
    down = [(entry, reason) for entry, reason in choice.turned_down if entry.candidate.start not in shown]
    down += [(entry, "marked as no tip") for entry in refused]
    return certain, Choice(tuple(shown[start] for start in sorted(shown)), tuple(down))
