"""Pasted plain text as blocks: one line is one paragraph, a line with a bullet or number is a list item.

Where the text was broken at a fixed width, a paragraph or an item is several lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from byline.checklists.blocks import Block, trimmed
from byline.checklists.lines import Line, lines_of

_MARKER = re.compile(r"[ \t]*(?:[-*•–·]|\(?\d{1,3}[.)]|[a-zA-Z]\))[ \t]+(?=\S)")
_NUMBERED = re.compile(r"[ \t]*\(?[0-9a-zA-Z]")
_RESIDUE = re.compile(
    r"(?:leave a (?:reply|comment)|cancel reply|\d+ thoughts? on\b.*|share this|filed under\b.*|tagged\b.*"
    r"|posted in\b.*|(?:previous|next)(?: post| article)?:?|click to share\b.*)[:.]?\s*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = tuple('.?!:;,…”")')
_MOST_HEADING_WORDS = 12
_WRAPPED = range(55, 83)
_FEW_OVERLONG = 0.05
_RAGGED = 5


def read_plain(text: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a pasted text from offset `begin` on."""
    end = _content_end(text)
    lines = [line for line in lines_of(text, begin) if line.start < end and line.text.strip()]
    return list(_blocks(text, _joined(text, lines), end))


def _joined(text: str, lines: list[Line]) -> list[Line]:
    """Make one line of those that a fixed width broke apart."""
    inner = [line.text for line, following in pairwise(lines) if following.number == line.number + 1]
    width = _wrap_width([line for line in inner if len(line) > _WRAPPED.start // 2])
    joined = lines[:1]
    for last, line in pairwise(lines):
        goes_on = line.number == last.number + 1 and not _MARKER.match(line.text)
        if width and goes_on and not _ends_paragraph(last.text.rstrip(), line.text.split(None, 1)[0], width):
            before = joined[-1]
            joined[-1] = Line(before.start, line.end, before.number, text[before.start : line.end])
        else:
            joined.append(line)
    return joined


def _wrap_width(lines: list[str]) -> int:
    """Return the width at which most lines were broken inside their sentences, 0 where they were not."""
    fitting = [len(line) for line in lines if len(line) in _WRAPPED]
    overlong = sum(len(line) >= _WRAPPED.stop for line in lines)
    ending = sum(line.rstrip().endswith(_SENTENCE_END) for line in lines)
    most = len(lines) / 2
    is_wrapped = len(lines) > 1 and len(fitting) > most >= ending and overlong <= _FEW_OVERLONG * len(lines)
    return max(fitting) if is_wrapped else 0


def _ends_paragraph(line: str, next_word: str, width: int) -> bool:
    """Tell whether the next word had found room on a line: behind a sentence, or far from full."""
    if len(line) + 1 + len(next_word) > width - _RAGGED:
        return False
    far_from_full = len(line) < width * 3 / 4 and next_word[0].isupper()
    return far_from_full or line.endswith(_SENTENCE_END)


def _blocks(text: str, lines: list[Line], end: int) -> Iterator[Block]:
    number, in_list = -1, False
    for place, line in enumerate(lines):
        marker = _MARKER.match(line.text)
        number += bool(marker and not in_list)
        in_list = bool(marker)
        stop = min(line.end, end)
        if marker:
            ordered = bool(_NUMBERED.match(line.text))
            start = line.start + marker.end()
            block = Block("item", start, stop, line.number, level=1, list=number, ordered=ordered)
        elif _is_heading(line, lines[place + 1 : place + 2]):
            block = Block("heading", line.start, stop, line.number, level=2)
        else:
            block = Block("paragraph", line.start, stop, line.number)
        kept = trimmed(block, text)
        if kept:
            yield kept


def _is_heading(line: Line, following: list[Line]) -> bool:
    """A short line without a full stop above a longer paragraph was a heading before it was pasted."""
    words = line.text.split()
    return (
        0 < len(words) <= _MOST_HEADING_WORDS
        and not line.text.rstrip().endswith(_SENTENCE_END)
        and bool(following)
        and not _MARKER.match(following[0].text)
        and len(following[0].text) > 2 * len(line.text)
    )


def _content_end(text: str) -> int:
    """Return where the article ends and the page around it begins ("Leave a Reply"), glued on or not."""
    end = len(text.rstrip())
    for _ in range(5):
        tail_start = max(text.rfind("\n", 0, end) + 1, end - 80)
        residue = _RESIDUE.search(text, tail_start, end)
        if not residue or residue.end() < end or not _is_cut_point(text, residue.start()):
            break
        end = len(text[: residue.start()].rstrip())
    return end


def _is_cut_point(text: str, place: int) -> bool:
    before = text[:place][-1:]
    return before in ("", "\n", *_SENTENCE_END) or text[place - 1 : place + 1].istitle()
