"""The marks that an author sets in the text: `<!-- tip -->` behind a sentence, `{ .checklist }` at a list."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from byline.checklists.blocks import Block
from byline.checklists.items import Unmet
from byline.checklists.list_marks import ListMark, blanked, find_list_marks
from byline.checklists.markdown import read_markdown
from byline.checklists.markup import see_through, visible

_COMMENT = re.compile(r"<!--(?<!\\<!--)[ \t]*(?P<no>no[ \t-]+)?tip[ \t]*-->", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,300}\1(?!`)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WRITTEN = re.compile(r"\{[^}]*\}|<!--.*?-->")
_LOOKED_BACK = 300
_BEHIND = "put it directly behind the sentence, on the same line"
_BESIDE = "put it on a line of its own directly above or below a list"


@dataclass(frozen=True, slots=True)
class SentenceMark:
    """A comment behind a sentence: where it stands, and whether the sentence is a tip or none."""

    start: int
    end: int
    tip: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a text. `idle` are those at nothing that they could mean, for the author to mend."""

    sentences: tuple[SentenceMark, ...] = ()
    lists: tuple[ListMark, ...] = ()
    idle: tuple[Unmet, ...] = ()

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Return where the marks stand, in order."""
        sentences = [(mark.start, mark.end) for mark in self.sentences]
        return sorted([*sentences, *((mark.start, mark.end) for mark in self.lists)])


def find_marks(text: str, begin: int = 0) -> Marks:
    """Find the marks of a Markdown text from offset `begin` on; in code there are none."""
    lists, idle_lists = find_list_marks(text, begin)
    comments = list(_COMMENT.finditer(text, begin)) if "<!--" in text else []
    if not comments and not lists and not idle_lists:
        return Marks()
    seen = blanked(text, ((mark.start, mark.end) for mark in lists)) if comments else text
    blocks = _Blocks(seen, read_markdown(seen, begin) if comments else ())
    is_behind = [blocks.is_behind_words(comment) for comment in comments]
    idle = _idle(seen, begin, list(compress(comments, map(not_, is_behind))))
    return Marks(
        tuple(SentenceMark(*found.span(), not found["no"]) for found in compress(comments, is_behind)),
        lists,
        (
            *_unmet(text, idle_lists, "stands at no list", _BESIDE),
            *_unmet(text, idle, "stands behind no sentence", _BEHIND),
        ),
    )


def without_marks(text: str) -> str:
    """Return a Markdown text as it is to be converted: its marks taken out, every line staying a line."""
    parts: list[str] = []
    done = 0
    for start, end in find_marks(text).spans:
        parts.append(text[done:start].rstrip(" \t"))
        done = end
    return "".join((*parts, text[done:]))


class _Blocks:
    """The blocks of a text, asked for what stands before a comment."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text, self._blocks = text, blocks
        self._starts = [block.start for block in blocks]
        self._code: dict[int, list[tuple[int, int]]] = {}

    def is_behind_words(self, comment: re.Match[str]) -> bool:
        """Tell whether a comment follows words on its line, in running text."""
        block = self.around(comment)
        if block is None:
            return False
        ahead = self._text[max(block.start, comment.start() - _LOOKED_BACK) : comment.start()]
        return any(sign.isalnum() for sign in visible(see_through(_LINE_END.split(ahead)[-1])))

    def around(self, comment: re.Match[str]) -> Block | None:
        """Return the block that a comment stands in, None where there is none or it stands in code."""
        place = bisect_right(self._starts, comment.start()) - 1
        if place < 0 or comment.start() >= self._blocks[place].end:
            return None
        block = self._blocks[place]
        if place not in self._code:
            self._code[place] = [found.span() for found in _CODE.finditer(self._text, block.start, block.end)]
        spans = self._code[place]
        before = bisect_right(spans, comment.span()) - 1
        return None if before >= 0 and comment.start() < spans[before][1] else block


def _idle(text: str, begin: int, comments: Sequence[re.Match[str]]) -> list[int]:
    """Return where comments stand that mark nothing, code and HTML aside: as words, they were in a block."""
    if not comments:
        return []
    as_words = blanked(text, (comment.span() for comment in comments), by="x")
    blocks = _Blocks(as_words, read_markdown(as_words, begin))
    return [comment.start() for comment in comments if blocks.around(comment)]


def _unmet(text: str, places: Iterable[int], wrong: str, mend: str) -> Iterator[Unmet]:
    number, done = 1, 0
    for place in places:
        number += len(_LINE_END.findall(text, done, place))
        done = place
        written = _WRITTEN.match(text, place)
        yield Unmet(number, f"`{written[0] if written else ''}` {wrong}", mend, warning=True)
