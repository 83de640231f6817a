"""Finding the sentence of each item in the article's HTML, so that the checklist can point back to it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from byline.checklists.elements import Element
from byline.checklists.folding import APART, ended, fold_texts, spaced
from byline.checklists.html_blocks import HtmlBlock
from byline.checklists.html_tree import read_html, read_page
from byline.checklists.insertions import Insertion, with_insertions
from byline.checklists.items import Checklist, Kind
from byline.checklists.markup import see_through, visible
from byline.checklists.word_search import WordSearch

_MOST = 8


@dataclass(frozen=True, slots=True)
class Anchored:
    """An article's HTML, in which the elements that hold a sentence of the checklist have an `id`.

    `elements` are those of `source`, into which `insertions` are still to be put. `anchors` is the element's
    id for each item's id: an item whose sentence does not show in the HTML has none, nor has one that the
    author added.
    """

    source: str
    elements: Sequence[Element] = ()
    insertions: Sequence[Insertion] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """Return the HTML with the ids in it, otherwise unchanged."""
        return with_insertions(self.source, self.insertions)


def anchor_items(html: str, text: str, checklist: Checklist) -> Anchored:
    """Give the block that holds each item's sentence an `id`."""
    items = sorted((item for item in checklist.items if item.kind != "own"), key=lambda item: item.start)
    if not items:
        return Anchored(html)
    page = read_page(html)
    words = _Words(page.blocks)
    anchors: dict[str, str] = {}
    insertions: list[Insertion] = []
    said = spaced(fold_texts([visible(see_through(text[item.start : item.end])) for item in items]))
    letters = said.replace(" ", "").split(APART)
    for item, sentence, bare in zip(items, said.split(APART), letters, strict=True):
        element = words.find(sentence.strip(), bare, item.kind)
        if element is None:
            continue
        if not element.id:
            element.id = f"tip-{item.id}"
            insertions.append((element.start + 1 + len(element.tag), f' id="{element.id}"'))
        anchors[item.id] = element.id
    if page.plain:
        return Anchored(html, page.elements, insertions, anchors)
    html = with_insertions(html, insertions)
    return Anchored(html, read_html(html), (), anchors)


class _Words:
    """The words of all blocks in a row, with a sign between the blocks.

    A sentence is found at once if all places that have its letters have its words, and one alone is the place
    for it. `_search` finds the others. `_place` is where the sentence before was found in the row.
    """

    def __init__(self, blocks: list[HtmlBlock]) -> None:
        self._blocks = blocks
        self._texts = fold_texts(["".join(block.parts) for block in blocks])
        self._row = spaced(self._texts)
        self._letters = self._row.replace(" ", "")
        self._ends = [*accumulate(len(text) + 1 for text in self._row.split(APART))]
        self._place = -1
        self._search: WordSearch | None = None

    def find(self, sentence: str, letters: str, kind: Kind) -> Element | None:
        """Return the block that holds these words, or the half of them that no macro has changed."""
        if not sentence:
            return None
        places = self._places(f" {sentence} ", letters)
        if len(places) > 1:
            places = [place for place in places if self._block_at(place).fits(kind)]
        if len(places) == 1:
            self._place = places[0]
            return self._block_at(self._place).element
        return self._searched(sentence.split(), kind)

    def _places(self, sentence: str, letters: str) -> list[int]:
        """Return where a sentence stands in the row, nothing where its letters stand in other places."""
        first = self._letters.find(letters)
        if first >= 0 and self._letters.find(letters, first + 1) < 0:
            place = self._row.find(sentence, max(self._place, 0))  # mostly it is not far
            place = self._row.find(sentence) if place < 0 else place
            return [place] if place >= 0 else []
        places = _places(self._row, sentence)
        return places if len(places) == len(_places(self._letters, letters)) < _MOST else []

    def _block_at(self, place: int) -> HtmlBlock:
        return self._blocks[bisect_right(self._ends, place)]

    def _searched(self, words: list[str], kind: Kind) -> Element | None:
        search = self._search = self._search or WordSearch(self._blocks, ended(self._texts).split(APART))
        if self._place >= 0:
            search.last = len(self._row[: self._place].replace(APART, " ").split()) + 1
            self._place = -1
        found = search.find(words, kind)
        return found.element if found else None


def _places(text: str, part: str) -> list[int]:
    """Return where a part stands in a text, no more than `_MOST` places."""
    places: list[int] = []
    place = text.find(part)
    while place >= 0 and len(places) < _MOST:
        places.append(place)
        place = text.find(part, place + 1)
    return places
