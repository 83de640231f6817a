"""The lines `{ .checklist }` and `{ .no-checklist }` above or below a list, and which list each means."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from byline.checklists.blocks import Block
from byline.checklists.lines import Line, lines_of
from byline.checklists.markdown import read_markdown

_MAYBE = re.compile(r"\{:?[ \t]*\.(?:no-)?checklist")
_LINE = re.compile(r"(?P<before>[ \t>]*)(?P<mark>\{:?[ \t]*\.(?P<no>no-)?checklist[ \t]*\})[ \t]*\Z")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_NOTHING = " \t>"


@dataclass(frozen=True, slots=True)
class ListMark:
    """A class at a list: where it stands, whether the list's items are tips, where one of them begins."""

    start: int
    end: int
    tip: bool
    item: int


@dataclass(frozen=True, slots=True)
class _Written:
    """A line that holds a class and nothing else."""

    line: Line
    start: int
    end: int
    tip: bool


def find_list_marks(text: str, begin: int = 0) -> tuple[tuple[ListMark, ...], tuple[int, ...]]:
    """Return the marks of a Markdown text, and the offsets of those in running text that stand at no list.

    Below a paragraph's own line such a class is the paragraph's (`attr_list`), and no mark.
    """
    if ".checklist" not in text and ".no-checklist" not in text:
        return (), ()
    if not _MAYBE.search(text, begin):
        return (), ()
    lines = list(lines_of(text, begin))
    written = list(_written(lines))
    bare = blanked(text, ((mark.start, mark.end) for mark in written))
    lists = _Lists(bare, lines, read_markdown(bare, begin))
    found = [(mark, lists.meant(mark)) for mark in written]
    marks = tuple(ListMark(mark.start, mark.end, mark.tip, item) for mark, item in found if item is not None)
    others = {mark.start for mark, item in found if item is None}
    if not others:
        return marks, ()
    seen = blanked(text, ((mark.start, mark.end) for mark in marks))
    idle = sorted(others.intersection(block.start for block in read_markdown(seen, begin)))
    return marks, tuple(idle)


def blanked(text: str, spans: Iterable[tuple[int, int]], *, by: str = " ") -> str:
    """Return the text with spaces in place of these stretches, which stand in order and in one line each."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], by * (end - start)]
        done = end
    return "".join((*parts, text[done:]))


def _written(lines: Iterable[Line]) -> Iterator[_Written]:
    for line in lines:
        found = _LINE.match(line.text) if "{" in line.text else None
        if found:
            start = line.start + found.start("mark")
            yield _Written(line, start, start + len(found["mark"]), not found["no"])


class _Lists:
    """The lists of a text whose marks are blanked, found from the lines beside them."""

    def __init__(self, text: str, lines: Sequence[Line], blocks: Sequence[Block]) -> None:
        self._text, self._lines, self._blocks = text, lines, blocks
        self._starts = [line.start for line in lines]
        self._first = lines[0].number if lines else 1
        self._begun = {block.line: place for place, block in enumerate(blocks)}
        self._ended = {self._number_at(block.end): place for place, block in enumerate(blocks)}
        self._paths = list(_paths(blocks))
        numbers = range(self._first, self._first + len(lines))
        self._above = _nearest(numbers, self._is_blank)
        self._below = _nearest(reversed(numbers), self._is_blank)

    def meant(self, mark: _Written) -> int | None:
        """Return where an item of the list begins that a mark stands at: the one it is most in line with."""
        number, indent = mark.line.number, _indent(mark.line.text)
        above, below = self._above.get(number, 0), self._below.get(number, 0)
        options: list[tuple[int, int, bool, int]] = []
        item = self._item_above(above, indent)
        if item is not None:
            options.append((abs(indent - self._indent_of(item)), number - above, True, item))
        item = self._begun.get(below)
        if item is not None and self._blocks[item].kind == "item":
            options.append((abs(indent - self._indent_of(item)), below - number, False, item))
        return self._blocks[min(options)[3]].start if options else None

    def _item_above(self, number: int, indent: int) -> int | None:
        """Return the item of the innermost list that ends above and does not stand further in."""
        place = self._ended.get(number)
        if place is None or not self._paths[place]:
            return None
        path = self._paths[place]
        return next((item for item in reversed(path) if self._indent_of(item) <= indent), path[0])

    def _indent_of(self, place: int) -> int:
        return _indent(self._line(self._blocks[place].line))

    def _is_blank(self, number: int) -> bool:
        return not self._line(number).strip(_NOTHING)

    def _line(self, number: int) -> str:
        line = self._lines[number - self._first]
        return self._text[line.start : line.end]

    def _number_at(self, offset: int) -> int:
        return self._first + bisect_right(self._starts, offset) - 1


def _paths(blocks: Iterable[Block]) -> Iterator[tuple[int, ...]]:
    """Yield for each block the items it stands in, the outermost first, itself included."""
    path: tuple[int, ...] = ()
    for place, block in enumerate(blocks):
        depth = 0 if block.kind == "heading" else block.level
        path = (*path[: depth - 1], place) if block.kind == "item" else path[:depth]
        yield path


def _nearest(numbers: Iterable[int], is_blank: Callable[[int], bool]) -> Mapping[int, int]:
    """Return for each line the last one passed before it that is not blank."""
    nearest: dict[int, int] = {}
    last = 0
    for number in numbers:
        nearest[number] = last
        last = last if is_blank(number) else number
    return nearest


def _indent(line: str) -> int:
    quote = _QUOTE.match(line)
    content = line[quote.end() :] if quote else line
    return len(content[: len(content) - len(content.lstrip())].expandtabs(4))
