"""HTML as a tree whose elements know where they stand in it, so that a little can be put in and no more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from byline.checklists.tags import TagReader

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NOT_NESTED = frozenset(("a", "button", "form", "label"))
_FOREIGN = frozenset(("svg", "math"))
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LISTS = frozenset(("ul", "ol"))
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark math picture q s samp small source span"
    " strike strong sub sup svg time tt u var wbr".split()
)
_CONTROLS = frozenset("button input label select textarea".split())
_LASTING = frozenset(
    "a button iframe label noembed noframes noscript plaintext select template textarea title xmp".split()
)
"""What browsers keep open beyond the element around it where its own end tag is missing."""
_END_TAG = re.compile(r"</[a-zA-Z][^\s/>]*\s*>")
_ATTRIBUTE = re.compile(r"[\s/]+([^\s/>=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


@dataclass(slots=True, eq=False)
class Element:
    """An element: its start tag stands at `start`, its content from `inner` on, its end tag at `close`.

    `before` is the element before it beside it. `end` is where the end tag ends; both places are -1 without
    one. `sound` holds where browsers read the element and all in it as this tree does, `inline` where it is
    part of a line of text with all in it.
    """

    tag: str
    start: int
    inner: int
    attributes: dict[str, str | None]
    parent: "Element | None" = None
    before: "Element | None" = None
    children: "list[Element]" = field(default_factory=list)
    close: int = -1
    end: int = -1
    sound: bool = True
    inline: bool = False

    @property
    def ancestors(self) -> "Iterator[Element]":
        """Yield what the element stands in, the innermost first."""
        element = self.parent
        while element:
            yield element
            element = element.parent

    @property
    def classes(self) -> set[str]:
        """Return the element's classes."""
        return set((self.attributes.get("class") or "").split())

    @property
    def is_control(self) -> bool:
        """Tell whether readers press this or fill it in."""
        return self.tag in _CONTROLS

    @property
    def is_list(self) -> bool:
        """Tell whether this is a list with or without numbers."""
        return self.tag in _LISTS

    @property
    def lead_end(self) -> int:
        """Return where the running text ends that the element begins with."""
        return next((child.start for child in self.children if not child.inline), self.close)

    def takes(self, child: str) -> bool:
        """Tell whether browsers let an element of this tag stand directly in this one."""
        if self.tag in _FOREIGN:
            return child not in _INLINE | _CONTROLS | _LISTS | _HEADINGS | {"p", "div", "li"} or child == "a"
        if self.tag in _HEADINGS or self.tag == "p":
            return child in _INLINE or child in ("input", "label", "button", "select", "textarea")
        if child == "li":
            return self.is_list
        return not self.is_list or child in ("script", "template")


def read_html(html: str) -> list[Element]:
    """Return the elements of a piece of HTML in their order."""
    return _Reader(html).elements


def with_insertions(html: str, insertions: Iterable[tuple[int, str]]) -> str:
    """Return the HTML with texts put in at their places; of two at one place, the first comes first."""
    parts, done = [], 0
    for place, text in sorted(insertions, key=lambda insertion: insertion[0]):
        parts += [html[done:place], text]
        done = place
    return "".join((*parts, html[done:]))


def class_insertion(html: str, element: Element, name: str) -> tuple[int, str] | None:
    """Return what gives an element one more class, and where; None where its own are written oddly."""
    behind_tag = element.start + 1 + len(element.tag)
    if "class" not in element.attributes:
        return behind_tag, f' class="{name}"'
    for found in _ATTRIBUTE.finditer(html, behind_tag, element.inner):
        if found[1].lower() == "class":
            quoted = found[2] and found[2][0] in "\"'"
            return (found.start(2) + 1, f"{name} ") if quoted else None
    return None


class _Reader(TagReader):
    """Builds the tree. Whatever browsers would mend is marked as unsound, up to the element around it."""

    takes_texts = False

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._html = html
        self._lost = False
        self._open: list[Element] = []
        self._top: list[Element] = []
        self.read(html)
        while self._open:
            self._leave(sound=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag in _VOID:
            element.close = element.end = element.inner
            self._spread(element)
        else:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        element.close = element.end = element.inner
        element.sound = tag in _VOID or any(other.tag in _FOREIGN for other in self._open)
        self._spread(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        if self._open[-1].tag != tag:
            if not self._is_open(tag):
                self._open[-1].sound = False
                return
            while self._open[-1].tag != tag:
                self._leave(sound=False)
        element, close = self._open[-1], self.place
        end_tag = _END_TAG.match(self._html, close)
        if end_tag:
            element.close, element.end = close, end_tag.end()
        self._leave(sound=bool(end_tag))

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        start, parent = self.place, self._open[-1] if self._open else None
        inner = self.behind
        beside = parent.children if parent else self._top
        before = beside[-1] if beside else None
        attributes = dict(reversed(attrs)) if attrs else {}
        element = Element(tag, start, inner, attributes, parent, before, inline=tag in _INLINE)
        beside.append(element)
        if parent:
            element.sound = parent.takes(tag) and not (tag in _NOT_NESTED and self._is_open(tag))
        element.sound = element.sound and not self._lost
        self.elements.append(element)
        return element

    def _leave(self, *, sound: bool) -> None:
        element = self._open.pop()
        element.sound = element.sound and sound
        self._lost = self._lost or (not sound and element.tag in _LASTING)
        self._spread(element)

    def _spread(self, element: Element) -> None:
        """Let the element around it know what it holds."""
        if element.parent:
            element.parent.sound &= element.sound
            element.parent.inline &= element.inline or element.parent.tag in _FOREIGN

    def _is_open(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)
