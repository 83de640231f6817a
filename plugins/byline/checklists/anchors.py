"""Finding the sentence of each item in the article's HTML, so that the checklist can point back to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from byline.checklists.identity import fold, folded_words
from byline.checklists.items import Checklist, Kind
from byline.checklists.markup import see_through, visible
from byline.checklists.tags import TagReader

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    "p li dd dt td th div section article aside details blockquote figcaption summary".split()
)
_SILENT = frozenset("script style sup".split())
_PIECE = re.compile(r"[^\W_]+|[.!?…:;]|\n\n")
_LEAST_OF_HALF = 4
_MOST_TRIED = 100


def anchor_items(html: str, text: str, checklist: Checklist) -> tuple[str, Mapping[str, str]]:
    """Give the block that holds each item's sentence an `id`.

    Returns the HTML, otherwise unchanged, and the element id for each item's id. An item whose sentence does
    not show in the HTML has none, nor has one that the author added.
    """
    if not checklist.items:
        return html, {}
    page = _Page(_Scanner(html).blocks)
    anchors: dict[str, str] = {}
    insertions: dict[int, str] = {}
    for item in sorted(checklist.items, key=lambda item: item.start):
        if item.kind == "own":
            continue
        block = page.find(folded_words(visible(see_through(text[item.start : item.end]))), item.kind)
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


@dataclass(slots=True)
class _Block:
    """An element with text of its own, what it stands in, and where its start tag takes an attribute."""

    tag: str
    in_item: bool
    insert_at: int
    id: str
    parts: list[str] = field(default_factory=list)

    def fits(self, kind: Kind) -> bool:
        """Tell whether this is where a tip of that kind stands on most pages."""
        if kind == "heading":
            return self.tag in _HEADINGS
        return self.in_item if kind == "list" else self.tag == "p"


class _Scanner(TagReader):
    """Collects the blocks of a page in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self._open: list[_Block] = []
        self._silent = ""
        self.read(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            insert_at = self.place + 1 + len(tag)
            in_item = tag == "li" or any(block.tag == "li" for block in self._open)
            if self._open:
                self._open[-1].parts.append("\n\n")
            self._open.append(_Block(tag, in_item, insert_at, dict(attrs).get("id") or ""))
            self.blocks.append(self._open[-1])
        elif tag in _SILENT and not self._silent:
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif any(block.tag == tag for block in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].parts.append(data)


class _Page:
    """The words of all blocks in a row, and where each word stands among them.

    Words are compared by their letters alone, from the beginning of a word to the end of a word: an extension
    may have joined or parted words on the way to the page. `_last` is where the sentence before was found.
    """

    def __init__(self, blocks: list[_Block]) -> None:
        self._places: dict[str, list[int]] = {}
        self._starts: list[int] = []
        self._blocks: list[_Block] = []
        self._begins: set[int] = set()
        self._ends: set[int] = set()
        self._last = 0
        words: list[str] = []
        length = 0
        for block in blocks:
            self._begins.add(length)
            for piece in _PIECE.findall(fold("".join(block.parts))):
                if not piece[0].isalnum():
                    self._begins.add(length)
                    continue
                self._places.setdefault(piece, []).append(len(words))
                self._starts.append(length)
                self._blocks.append(block)
                words.append(piece)
                length += len(piece)
        self._starts.append(length)
        self._letters = "".join(words)

    def find(self, words: tuple[str, ...], kind: Kind) -> _Block | None:
        """Return the block that holds these words, or the half of them that no macro has changed."""
        half = len(words) // 2
        halves = (words[:half], words[half:]) if half >= _LEAST_OF_HALF else ()
        for part in (words, *halves):
            place = self._find(part, kind)
            if place is not None:
                self._last = place + 1
                return self._blocks[place]
        return None

    def _find(self, words: tuple[str, ...], kind: Kind) -> int | None:
        """Return the place of the best match: a whole sentence in a fitting block, the next on the way."""
        best: tuple[bool, bool] = (False, False)
        found: int | None = None
        for place in self._matches(words):
            begin, end = self._starts[place], self._starts[place] + len("".join(words))
            merit = (self._blocks[place].fits(kind), begin in self._begins and end in self._begins)
            if merit == (True, True):
                return place
            if found is None or merit > best:
                best, found = merit, place
        return found

    def _matches(self, words: tuple[str, ...]) -> Iterator[int]:
        """Yield where these words stand in one block, from the last place found on and then from the top."""
        known = [word for word in words if word in self._places]
        if not known:
            return
        rarest = min(known, key=lambda word: len(self._places[word]))
        places, letters = self._places[rarest], "".join(words)
        ahead = len("".join(words[: words.index(rarest)]))
        turn = bisect_left(places, self._last)
        for number in islice(chain(range(turn, len(places)), range(turn)), _MOST_TRIED):
            begin = self._starts[places[number]] - ahead
            first = bisect_left(self._starts, begin)
            if self._starts[first] != begin or not self._letters.startswith(letters, begin):
                continue
            last = bisect_left(self._starts, begin + len(letters))
            if self._starts[last] == begin + len(letters) and self._blocks[first] is self._blocks[last - 1]:
                yield first
