"""The lines of a text with their places in it: what both readers, Markdown and plain, walk over."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"\r\n|\n|\r")
_NEWLINE = re.compile("\n")


class Line(NamedTuple):
    """One line without its end: offsets into the text, its number from 1, and its characters."""

    start: int
    end: int
    number: int
    text: str


def lines_of(text: str, begin: int = 0) -> Iterator[Line]:
    """Yield the lines from offset `begin` on, whatever ends them, with their true numbers."""
    number = line_ends(text[:begin]) + 1
    start = begin
    ending = _END if "\r" in text else _NEWLINE
    for end in ending.finditer(text, begin):
        yield Line(start, end.start(), number, text[start : end.start()])
        start = end.end()
        number += 1
    if start < len(text):
        yield Line(start, len(text), number, text[start:])


def line_ends(text: str) -> int:
    """Return how many lines end in a text, whatever ends them."""
    return len(_END.findall(text)) if "\r" in text else text.count("\n")
