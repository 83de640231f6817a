"""The block model: headings, paragraphs and list items of an article, flat, in order, with exact offsets."""

from typing import Literal, NamedTuple


class Block(NamedTuple):
    """A stretch of running text. `text[start:end]` is its source, markers of the block itself left out.

    `level` is a heading's level, or how deep in lists a block stands (0: in none). `list` numbers the list an
    item belongs to (-1: none). `note` is the type of the admonition around it. `before_code` holds where a
    code block follows at once.
    """

    kind: Literal["heading", "paragraph", "item"]
    start: int
    end: int
    line: int
    level: int = 0
    list: int = -1
    note: str = ""
    ordered: bool = False
    quoted: bool = False
    before_code: bool = False


def trimmed(block: Block, text: str) -> Block | None:
    """Return the block without white space at its edges, or None where nothing is left."""
    if block.start < block.end and not (text[block.start].isspace() or text[block.end - 1].isspace()):
        return block
    source = text[block.start : block.end]
    start = block.start + len(source) - len(source.lstrip())
    end = block.start + len(source.rstrip())
    return block._replace(start=start, end=end) if start < end else None
