"""The elements of a piece of HTML: what each stands in, and where it begins and ends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

FOREIGN = frozenset(("svg", "math"))
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
LISTS = frozenset(("ul", "ol"))
INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark math picture q s samp small source span"
    " strike strong sub sup svg time tt u var wbr".split()
)
_CONTROLS = frozenset("button input label select textarea".split())


@dataclass(slots=True, eq=False)
class Element:
    """An element: its start tag stands at `start`, its content from `inner` on, its end tag at `close`.

    `before` is the element before it beside it, `children` are those directly in it. `end` is where the end
    tag ends; both places are -1 without one. `sound` holds where browsers read the element and all in it as
    this tree does, `inline` where it is part of a line of text with all in it. `id` is its own, or the one
    that it is given.
    """

    tag: str
    start: int
    inner: int
    attributes: Mapping[str, str | None]
    parent: "Element | None"
    before: "Element | None"
    sound: bool
    inline: bool
    id: str
    children: "list[Element]"
    close: int = -1
    end: int = -1

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
        return self.tag in LISTS

    @property
    def lead_end(self) -> int:
        """Return where the running text ends that the element begins with."""
        return next((child.start for child in self.children if not child.inline), self.close)


@lru_cache(maxsize=1024)
def takes(tag: str, child: str) -> bool:
    """Tell whether browsers let an element of one tag stand directly in an element of the other."""
    if tag in FOREIGN:
        return child not in INLINE | _CONTROLS | LISTS | HEADINGS | {"p", "div", "li"} or child == "a"
    if tag in HEADINGS or tag == "p":
        return child in INLINE or child in ("input", "label", "button", "select", "textarea")
    if child == "li":
        return tag in LISTS
    return tag not in LISTS or child in ("script", "template")
