"""Finding the sentence of each item in the article's HTML, so that the checklist can point back to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain
from typing import Protocol

BLOCKS = frozenset("p li dd dt h1 h2 h3 h4 h5 h6 td th blockquote figcaption summary".split())
_LINK_TARGET = re.compile(r"\]\([^)\n]*\)|\{[^}\n]*\}|<[^>\n]*>")
_NO_WORD = re.compile(r"[\W_]+")


class Placed(Protocol):
    """An item that knows where its sentence stands in the source: character offsets."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Drawn(Protocol):
    """A checklist that was drawn from a text."""

    @property
    def items(self) -> tuple[Placed, ...]: ...  # noqa: D102


def anchor_items(html: str, text: str, checklist: Drawn) -> tuple[str, Mapping[str, str]]:
    """Give the block that holds each item's sentence an `id`.

    Returns the HTML, otherwise unchanged, and the element id for each item's id. An item whose sentence does
    not show in the HTML has none.
    """
    if not checklist.items:
        return html, {}
    blocks = _blocks(html)
    anchors: dict[str, str] = {}
    insertions: dict[int, str] = {}
    after = 0
    for item in checklist.items:
        number = _find(_fold(_LINK_TARGET.sub(" ", text[item.start : item.end])), blocks, after)
        if number is None:
            continue
        after, block = number, blocks[number]
        if not block.id:
            block.id = f"tip-{item.id}"
            insertions[block.insert_at] = f' id="{block.id}"'
        anchors[item.id] = block.id
    for place in sorted(insertions, reverse=True):
        html = html[:place] + insertions[place] + html[place:]
    return html, anchors


@dataclass(slots=True)
class _Block:
    """An element that holds text of its own: where an attribute can be put into its start tag."""

    insert_at: int
    id: str
    parts: list[str] = field(default_factory=list)
    words: str = ""


class _Scanner(HTMLParser):
    """Collects the blocks of a page in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._open: list[tuple[str, _Block]] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            line, column = self.getpos()
            block = _Block(self._line_starts[line - 1] + column + 1 + len(tag), dict(attrs).get("id") or "")
            self.blocks.append(block)
            self._open.append((tag, block))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            while self._open and self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][1].parts.append(data)


def _blocks(html: str) -> list[_Block]:
    blocks = _Scanner(html).blocks
    for block in blocks:
        block.words = _fold("".join(block.parts))
    return blocks


def _find(words: str, blocks: list[_Block], after: int) -> int | None:
    """Return the first block, from the last one found on, that holds these words; else the first of all."""
    if not words:
        return None
    for number in chain(range(after, len(blocks)), range(after)):
        if words in blocks[number].words:
            return number
    return None


def _fold(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
