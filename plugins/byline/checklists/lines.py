"""The lines of a text with their places in it: what both readers, Markdown and plain, walk over."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"\r\n|\n|\r")
_new = tuple.__new__  # a named tuple's own way takes twice as long, and there are thousands of lines


class Line(NamedTuple):
    """One line without its end: offsets into the text, its number from 1, and its characters."""

    start: int
    end: int
    number: int
    text: str


def lines_of(text: str, begin: int = 0) -> Iterator[Line]:
    """Yield the lines from offset `begin` on, whatever ends them, with their true numbers."""
    start, first = begin, line_ends(text[:begin]) + 1
    if "\r" not in text:
        lines = text[begin:].split("\n")
        if not lines[-1]:
            lines.pop()
        for number, line in enumerate(lines, first):
            end = start + len(line)
            yield _new(Line, (start, end, number, line))
            start = end + 1
        return
    number = first
    for ending in _END.finditer(text, begin):
        yield Line(start, ending.start(), number, text[start : ending.start()])
        start = ending.end()
        number += 1
    if start < len(text):
        yield Line(start, len(text), number, text[start:])


def line_ends(text: str) -> int:
    """Return how many lines end in a text, whatever ends them."""
    return len(_END.findall(text)) if "\r" in text else text.count("\n")
