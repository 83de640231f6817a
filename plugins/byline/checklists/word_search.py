"""Finding words in a page where they stand more than once, or not as they were written."""

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate, chain, islice

from byline.checklists.html_blocks import HtmlBlock
from byline.checklists.items import Kind

_LEAST_OF_HALF = 4
_MOST_TRIED = 100


class WordSearch:
    """The words of all blocks in a row, and where each word stands among them.

    Words are compared by their letters alone, from the beginning of a word to the end of a word: an extension
    may have joined or parted words on the way to the page. `last` is where the sentence before was found.
    `_firsts` counts the words before each block, `_starts` the letters before each word.
    """

    def __init__(self, blocks: list[HtmlBlock], texts: list[str]) -> None:
        self._blocks, self._texts = blocks, texts
        self._words: list[str] = []
        self._firsts: list[int] = []
        for text in texts:
            self._firsts.append(len(self._words))
            self._words += text.replace(";", " ").split()
        self._counts = Counter(self._words)
        self._starts = [0, *accumulate(map(len, self._words))]
        self._letters = "".join(self._words)
        self._bounds: dict[int, set[int]] = {}
        self.last = 0

    def find(self, words: list[str], kind: Kind) -> HtmlBlock | None:
        """Return the block that holds these words, or the half of them that no macro has changed."""
        half = len(words) // 2
        halves = (words[:half], words[half:]) if half >= _LEAST_OF_HALF else ()
        for part in (words, *halves):
            place = self._find(part, kind)
            if place is not None:
                self.last = place + 1
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
        places = chain(self._places(rarest, self.last), self._places(rarest, 0, self.last))
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
