"""Ids that no sentence of the article has: each said with what to write instead."""

from collections.abc import Container, Iterator, Sequence

from byline.checklists.identity import matter
from byline.checklists.itemizing import Sentences
from byline.checklists.items import Unmet
from byline.checklists.picks import Pick
from byline.checklists.selection import Scored

_MOST_OF_THE_WORDS = 0.5
_LONGEST_QUOTE = 80
_MOST_LOOKED_FOR = 50

_Known = list[tuple[str, frozenset[str], Scored]]


def missing(
    picks: Sequence[Pick], sentences: Sentences, *, taken: Container[str], instead: str
) -> tuple[Unmet, ...]:
    """Say of each pick that its sentence is gone, and name the sentence that resembles it.

    `taken` are ids that have their item already; `instead` says what to write, with `{new}` and `{old}`.
    """
    return tuple(_unmet(picks, sentences, taken, instead)) if picks else ()


def _unmet(
    picks: Sequence[Pick], sentences: Sentences, taken: Container[str], instead: str
) -> Iterator[Unmet]:
    known = [
        (name, matter(entry.candidate.text), entry)
        for name, entry in sentences.by_id.items()
        if name not in taken
    ]
    for turn, pick in enumerate(picks):
        near = _resembling(pick.text, known) if turn < _MOST_LOOKED_FOR else None
        mend = "take it out, or name another that `byline tips FILE` shows"
        if near:
            name, entry = near
            found = f"line {entry.candidate.line} says “{_shortened(entry.candidate.text)}”: "
            mend = f"{found}{instead.format(new=name, old=pick.id)}, or take it out"
        yield Unmet(pick.line, f"the tip `{pick.id}` is no longer in the article", mend)


def _resembling(text: str, known: _Known) -> tuple[str, Scored] | None:
    """Return the sentence that shares most of a text's words, if any shares more than half of them."""
    own = matter(text)
    best: tuple[str, Scored] | None = None
    most = _MOST_OF_THE_WORDS
    for name, words, entry in known:
        share = len(own & words) / max(len(own), len(words), 1)
        if share > most:
            best, most = (name, entry), share
    return best


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rpartition(" ")[0] + "…"
