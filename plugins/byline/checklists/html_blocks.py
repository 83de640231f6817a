"""The blocks of a piece of HTML: the elements with text of their own, and where each takes an attribute."""

from dataclasses import dataclass, field

from byline.checklists.items import Kind
from byline.checklists.tags import TagReader

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    "p li dd dt td th div section article aside details blockquote figcaption summary".split()
)
_SILENT = frozenset("script style sup".split())


def read_blocks(html: str) -> list["HtmlBlock"]:
    """Return the blocks of a piece of HTML in their order."""
    return _Scanner(html).blocks


@dataclass(slots=True)
class HtmlBlock:
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
        self.blocks: list[HtmlBlock] = []
        self._open: list[HtmlBlock] = []
        self._silent = ""
        self.read(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            insert_at = self.place + 1 + len(tag)
            in_item = tag == "li"
            if self._open:
                in_item = in_item or self._open[-1].in_item
                self._open[-1].parts.append("\n\n")
            block = HtmlBlock(tag, in_item, insert_at, (dict(attrs).get("id") or "") if attrs else "")
            self._open.append(block)
            self.blocks.append(block)
        elif tag in _SILENT and not self._silent:
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in _BLOCKS and any(block.tag == tag for block in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].parts.append(data)
