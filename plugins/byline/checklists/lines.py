"""The lines of a text with their places in it: what both readers, Markdown and plain, walk over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end: offsets into the text, its number from 1, and its characters."""

    start: int
    end: int
    number: int
    text: str


def lines_of(text: str, begin: int = 0) -> Iterator[Line]:
    """Yield the lines from offset `begin` on, whatever ends them, with their true numbers."""
    number = line_ends(text[:begin]) + 1
    for found in _LINE.finditer(text, begin):
        if found.start() == len(text):
            return
        yield Line(found.start(1), found.end(1), number, found[1])
        number += 1


def line_ends(text: str) -> int:
    """Return how many lines end in a text, whatever ends them."""
    return len(_END.findall(text))
