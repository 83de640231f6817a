"""Finding the sentence of each item in the article's HTML, so that the checklist can point back to it."""

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import accumulate, chain, islice

from byline.checklists.html_blocks import HtmlBlock, read_blocks
from byline.checklists.identity import fold
from byline.checklists.items import Checklist, Kind
from byline.checklists.markup import see_through, visible

_PRINTED = (("’", "'"), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", ";"), ("\xa0", " "))
"""Signs of print that no word is left without."""
_SIGNS = {code: ";" if chr(code) in ".!?:;" else " " for code in range(128) if not chr(code).isalnum()}
_LEAST_OF_HALF = 4
_MOST_TRIED = 100


def anchor_items(html: str, text: str, checklist: Checklist) -> tuple[str, Mapping[str, str]]:
    """Give the block that holds each item's sentence an `id`.

    Returns the HTML, otherwise unchanged, and the element id for each item's id. An item whose sentence does
    not show in the HTML has none, nor has one that the author added.
    """
    if not checklist.items:
        return html, {}
    page = _Page(read_blocks(html))
    anchors: dict[str, str] = {}
    insertions: dict[int, str] = {}
    for item in sorted(checklist.items, key=lambda item: item.start):
        if item.kind == "own":
            continue
        said = _spaced(visible(see_through(text[item.start : item.end])))
        block = page.find(_words(said), item.kind)
        if block is None:
            continue
        if not block.id:
            block.id = f"tip-{item.id}"
            insertions[block.insert_at] = f' id="{block.id}"'
        anchors[item.id] = block.id
    return _inserted(html, insertions), anchors


def _inserted(html: str, insertions: Mapping[int, str]) -> str:
    parts, done = [], 0
    for place in sorted(insertions):
        parts += [html[done:place], insertions[place]]
        done = place
    return "".join((*parts, html[done:]))


class _Page:
    """The words of all blocks in a row, and where each word stands among them.

    Words are compared by their letters alone, from the beginning of a word to the end of a word: an extension
    may have joined or parted words on the way to the page. `_last` is where the sentence before was found.
    `_firsts` counts the words before each block, `_starts` the letters before each word.
    """

    def __init__(self, blocks: list[HtmlBlock]) -> None:
        self._blocks = blocks
        self._texts = [_spaced("".join(block.parts)) for block in blocks]
        self._words: list[str] = []
        self._firsts: list[int] = []
        for text in self._texts:
            self._firsts.append(len(self._words))
            self._words += _words(text)
        self._counts = Counter(self._words)
        self._starts = [0, *accumulate(map(len, self._words))]
        self._letters = "".join(self._words)
        self._bounds: dict[int, set[int]] = {}
        self._last = 0

    def find(self, words: list[str], kind: Kind) -> HtmlBlock | None:
        """Return the block that holds these words, or the half of them that no macro has changed."""
        half = len(words) // 2
        halves = (words[:half], words[half:]) if half >= _LEAST_OF_HALF else ()
        for part in (words, *halves):
            place = self._find(part, kind)
            if place is not None:
                self._last = place + 1
                return self._blocks[self._block_at(place)]
        return None

    def _find(self, words: list[str], kind: Kind) -> int | None:
        """Return the place of the best match: a whole sentence in a fitting block, the next on the way."""
        best: tuple[bool, bool] = (False, False)
        found: int | None = None
        letters = "".join(words)
        for place in self._matches(words, letters):
            number = self._block_at(place)
            begin, bounds = self._starts[place], self._bounds_of(number)
            merit = (self._blocks[number].fits(kind), begin in bounds and begin + len(letters) in bounds)
            if merit == (True, True):
                return place
            if found is None or merit > best:
                best, found = merit, place
        return found

    def _matches(self, words: list[str], letters: str) -> Iterator[int]:
        """Yield where these words stand in one block, from the last place found on and then from the top."""
        known = [word for word in words if word in self._counts]
        if not known:
            return
        rarest = min(known, key=self._counts.__getitem__)
        ahead = len("".join(words[: words.index(rarest)]))
        places = chain(self._places(rarest, self._last), self._places(rarest, 0, self._last))
        for place in islice(places, min(self._counts[rarest], _MOST_TRIED)):
            begin = self._starts[place] - ahead
            if not self._letters.startswith(letters, max(begin, 0)):
                continue
            first = bisect_left(self._starts, begin)
            last = bisect_left(self._starts, begin + len(letters))
            whole = self._starts[first] == begin and self._starts[last] == begin + len(letters)
            if whole and self._block_at(first) == self._block_at(last - 1):
                yield first

    def _places(self, word: str, first: int, behind: int = sys.maxsize) -> Iterator[int]:
        """Yield where a word stands in a stretch of words."""
        with suppress(ValueError):
            while True:
                place = self._words.index(word, first, behind)
                yield place
                first = place + 1

    def _block_at(self, place: int) -> int:
        """Return the number of the block that a word stands in."""
        return bisect_right(self._firsts, place) - 1

    def _bounds_of(self, number: int) -> set[int]:
        """Return where the sentences of a block begin and end, by the letters before."""
        if number not in self._bounds:
            letters = (len(part.replace(" ", "")) for part in self._texts[number].split(";"))
            bounds = [*accumulate(letters, initial=self._starts[self._firsts[number]])]
            if number + 1 == len(self._blocks):
                bounds.pop()
            self._bounds[number] = set(bounds)
        return self._bounds[number]


def _spaced(text: str) -> str:
    """Return the folded words of a text with spaces between, and `;` for every end of a sentence or line."""
    if not text.isascii():
        for sign, plain in _PRINTED:
            text = text.replace(sign, plain)
    text = fold(text).replace("\n\n", ";")
    if not text.isascii():
        for sign in set(text):
            if not (sign.isascii() or sign.isalnum()):
                text = text.replace(sign, " ")
    return text.translate(_SIGNS)


def _words(spaced: str) -> list[str]:
    return spaced.replace(";", " ").split()
