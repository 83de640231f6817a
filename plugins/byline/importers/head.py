"""A title with a byline and a date under it, as copied from a page, is taken off the top of a text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from byline.importers.head_lines import HeadLine, read_head_line
from byline.importers.imported import Pasted
from byline.importers.signs import opens_item

MOST_LINES = 5
LONGEST_TITLE = 110

_NO_LETTERS = re.compile(r"[\W\d_]*")


def take_head(pasted: Pasted) -> Pasted:
    """Take byline and date off the top, and the title above them; without any of them nothing is taken.

    Above the title they count only where there is a date among them.
    """
    pasted = _take_lines(pasted, 0, needs_date=True)
    top = _first_lines(pasted.blocks, 1)
    if not top or not _can_be_title(pasted.blocks[top[0]]):
        return pasted
    below = _take_lines(pasted, top[0] + 1, needs_date=False)
    if below is pasted:
        return pasted
    heading = plain_heading(pasted.blocks[top[0]])
    return replace(below, heading=heading, blocks=below.blocks[: top[0]] + below.blocks[top[0] + 1 :])


def plain_heading(line: str) -> str:
    """Return the words of a heading, without the number signs somebody put before it."""
    return line.strip().lstrip("#").strip()


def _take_lines(pasted: Pasted, start: int, *, needs_date: bool) -> Pasted:
    """Take the byline and date lines off that stand from line `start` on, if there is text below them."""
    taken: list[int] = []
    said: list[HeadLine] = []
    for place in _first_lines(pasted.blocks, MOST_LINES, start):
        line = read_head_line(pasted.blocks[place])
        if line is None:
            break
        taken.append(place)
        said.append(line)
    names = tuple(dict.fromkeys(name for line in said for name in line.names))
    days = next((line.days for line in said if line.days), ())
    if not (days or (names and not needs_date)) or not _first_lines(pasted.blocks, 1, taken[-1] + 1):
        return pasted
    return replace(
        pasted,
        blocks=pasted.blocks[:start] + pasted.blocks[taken[-1] + 1 :],
        head=(*pasted.head, *(pasted.blocks[place].strip() for place in taken)),
        names=pasted.names or names,
        days=pasted.days or days,
    )


def _first_lines(lines: Sequence[str], count: int, start: int = 0) -> list[int]:
    """Return the places of the first lines that are not blank."""
    return list(islice((place for place in range(start, len(lines)) if lines[place].strip()), count))


def _can_be_title(line: str) -> bool:
    title = plain_heading(line)
    if not title or len(title) > LONGEST_TITLE or opens_item(line) or _NO_LETTERS.fullmatch(title):
        return False
    return title[-1] not in ",;:"
