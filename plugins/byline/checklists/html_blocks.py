"""The blocks of a piece of HTML: the elements with text of their own."""

from dataclasses import dataclass

from byline.checklists.elements import HEADINGS, Element
from byline.checklists.items import Kind

_BLOCKS = HEADINGS | frozenset(
    "p li dd dt td th div section article aside details blockquote figcaption summary".split()
)
_SILENT = frozenset("script style sup".split())
TELLING = _BLOCKS | _SILENT
"""The tags that decide which block a text belongs to."""


@dataclass(slots=True)
class HtmlBlock:
    """An element with text of its own, the parts of the text, and whether it stands in the item of a list."""

    element: Element
    in_item: bool
    parts: list[str]

    def fits(self, kind: Kind) -> bool:
        """Tell whether this is where a tip of that kind stands on most pages."""
        if kind == "heading":
            return self.element.tag in HEADINGS
        return self.in_item if kind == "list" else self.element.tag == "p"


class BlockReader:
    """Collects the blocks of a page in their order; told of the tags of `TELLING`.

    `texts` is where the text goes that stands behind the tag: to the block around it, or nowhere.
    """

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        self.texts: list[str] = []
        self._nowhere = self.texts
        self._open: list[HtmlBlock] = []
        self._silent = ""

    def open(self, element: Element) -> None:
        """Take a start tag."""
        tag = element.tag
        if tag in _BLOCKS:
            in_item = tag == "li"
            if self._open:
                around = self._open[-1]
                in_item = in_item or around.in_item
                around.parts.append("\n\n")
            block = HtmlBlock(element, in_item, [])
            self._open.append(block)
            self.blocks.append(block)
            if not self._silent:
                self.texts = block.parts
        elif not self._silent:
            self._silent = tag
            self.texts = self._nowhere

    def close(self, tag: str) -> None:
        """Take an end tag."""
        if tag == self._silent:
            self._silent = ""
        elif tag in _BLOCKS:
            around = self._open
            if around and around[-1].element.tag == tag:
                around.pop()
            elif any(block.element.tag == tag for block in around):
                while around.pop().element.tag != tag:
                    pass
        if not self._silent:
            self.texts = self._open[-1].parts if self._open else self._nowhere
