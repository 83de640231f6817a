"""HTML as a tree whose elements know where they stand in it, read together with the texts of its blocks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from byline.checklists.elements import FOREIGN, INLINE, Element, takes
from byline.checklists.html_blocks import TELLING, BlockReader, HtmlBlock
from byline.checklists.tags import PlacedTag, read_tags

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NOT_NESTED = frozenset(("a", "button", "form", "label"))
_LASTING = frozenset(
    "a button iframe label noembed noframes noscript plaintext select template textarea title xmp".split()
)
"""What browsers keep open beyond the element around it where its own end tag is missing."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A piece of HTML with its elements and, among them, its blocks, each in their order.

    One that is `plain` is read the same after an attribute more was put in.
    """

    html: str
    elements: list[Element]
    blocks: list[HtmlBlock]
    plain: bool


def read_page(html: str) -> HtmlPage:
    """Read a piece of HTML."""
    reader = _Reader()
    tags, plain = read_tags(html)
    blocks = reader.read(tags)
    return HtmlPage(html, reader.elements, blocks, plain)


def read_html(html: str) -> list[Element]:
    """Return the elements of a piece of HTML in their order."""
    return read_page(html).elements


class _Reader:
    """Builds the tree. Whatever browsers would mend is marked as unsound, up to the element around it."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._outermost: list[Element] = []
        self._lost = False

    def read(self, tags: Iterable[PlacedTag]) -> list[HtmlBlock]:
        """Take all tags, with the texts behind them, and return the blocks."""
        around, blocks = self._open, BlockReader()
        for start, behind, (name, opens, closes, attributes), text in tags:
            if opens:
                element = self._added(name, start, behind, attributes)
                if closes or name in _VOID:
                    self._end_at_once(element, alone=closes)
                else:
                    around.append(element)
                if name in TELLING:
                    blocks.open(element)
            elif closes and around:
                self._close(name, start, behind)
            if closes and name in TELLING:
                blocks.close(name)
            if text:
                blocks.texts.append(text)
        while around:
            self._leave_unsound()
        return blocks.blocks

    def _added(self, tag: str, start: int, inner: int, attributes: Mapping[str, str | None]) -> Element:
        parent = self._open[-1] if self._open else None
        beside = parent.children if parent else self._outermost
        sound = not self._lost and (parent is None or takes(parent.tag, tag))
        if tag in _NOT_NESTED and self._is_open(tag):
            sound = False
        own = attributes.get("id") or ""
        before = beside[-1] if beside else None
        element = Element(tag, start, inner, attributes, parent, before, sound, tag in INLINE, own, [])
        beside.append(element)
        self.elements.append(element)
        return element

    def _end_at_once(self, element: Element, *, alone: bool) -> None:
        """End an element that holds nothing."""
        element.close = element.end = element.inner
        if alone:
            element.sound = element.tag in _VOID or any(other.tag in FOREIGN for other in self._open)
        _spread(element)

    def _close(self, tag: str, close: int, end: int) -> None:
        around = self._open
        if around[-1].tag != tag:
            if not self._is_open(tag):
                around[-1].sound = False
                return
            while around[-1].tag != tag:
                self._leave_unsound()
        if end < 0:
            self._leave_unsound()
            return
        element = around.pop()
        element.close, element.end = close, end
        _spread(element)

    def _leave_unsound(self) -> None:
        """Leave an element that has no end tag as browsers read it."""
        element = self._open.pop()
        element.sound = False
        self._lost = self._lost or element.tag in _LASTING
        _spread(element)

    def _is_open(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)


def _spread(element: Element) -> None:
    """Let the element around it know what it holds."""
    parent = element.parent
    if parent:
        if not element.sound:
            parent.sound = False
        if parent.inline and not element.inline and parent.tag not in FOREIGN:
            parent.inline = False
