"""Lines become paragraphs: one line is one paragraph, unless the text was wrapped at a fixed width."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from byline.importers.imported import Pasted
from byline.importers.signs import opens_item

WRAPPED = range(55, 83)
MOST_OVERLONG = 0.05

_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*\Z")


def join_paragraphs(pasted: Pasted) -> Pasted:
    """Make paragraphs of lines: blank lines go, and lines wrapped at 60 to 80 characters are joined."""
    join = _unwrap if is_wrapped(pasted.blocks) else _one_each
    return replace(pasted, blocks=tuple(join(pasted.blocks)))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether lines were broken at a fixed width: most that are followed by another are 60-80 long.

    Lines that mostly end a sentence are short paragraphs and no wrapped text.
    """
    pairs = pairwise(lines)
    inner = [line.strip() for line, following in pairs if line.strip() and following.strip()]
    inner = [line for line in inner if len(line) > WRAPPED.start // 2]
    if len(inner) < 2:
        return False
    overlong = sum(1 for line in inner if len(line) >= WRAPPED.stop)
    fitting = sum(1 for line in inner if len(line) in WRAPPED)
    ending = sum(1 for line in inner if _SENTENCE_END.search(line[-6:]))
    return fitting > len(inner) / 2 and overlong <= MOST_OVERLONG * len(inner) and ending <= len(inner) / 2


def _one_each(lines: Sequence[str]) -> list[str]:
    return [line.rstrip() for line in lines if line.strip()]


def _unwrap(lines: Sequence[str]) -> list[str]:
    width = max(len(line) for line in lines if len(line.strip()) < WRAPPED.stop)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        text = line.strip()
        if text and before and not opens_item(line) and not _ends_paragraph(before, text, width):
            paragraphs[-1] += " " + text
        elif text:
            paragraphs.append(line.rstrip())
        before = line.rstrip()
    return paragraphs


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Say whether a line ends its paragraph: the next word had found room, and a sentence seems to end.

    A line far from full ends one without a full stop as well, where the next begins with a capital.
    """
    next_word = following.split(None, 1)[0]
    if len(line) + 1 + len(next_word) > width - 5:
        return False
    far_from_full = len(line) < width * 3 / 4 and next_word[0].isupper()
    return far_from_full or bool(_SENTENCE_END.search(line[-6:]))
