"""The signs that pasted list items begin with.

Signs are `- * • –`, the `o` of a second level, `1.` and `1)` with or without a blank behind, and `a)`.
"""

import re
from dataclasses import dataclass

_SIGN = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*])\s+|(?P<square>▪)\s*|(?P<dot>[•◦‣●○·])\s*|(?P<dash>[–—])\s+"
    r"|(?P<ring>o)[ \t\u00a0]+|(?P<number>\d{1,3})[.)](?:\s+|(?=[^\W\d_]))|(?P<letter>[A-Za-z])\)\s+)(?=\S)"
)
_BREAK = re.compile(r"(?:[-*_=~#][ \t]*){3,}")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph and, if it opens like a list item, its kind, number and indentation in columns."""

    text: str
    kind: str = ""
    number: int = 0
    indent: int = 0
    whole: str = ""


def opens_item(line: str) -> bool:
    """Say whether a line begins with a list sign."""
    return bool(_SIGN.match(line))


def is_break(text: str) -> bool:
    """Say whether a paragraph is a drawn line (`***`, `-----`) between two parts."""
    return bool(_BREAK.fullmatch(text.strip()))


def read_item(paragraph: str) -> Item:
    """Read what a paragraph opens with; whether it is an item of a list, its neighbours decide."""
    whole = paragraph.strip()
    sign = _SIGN.match(paragraph)
    if not sign or is_break(whole):
        return Item(whole, whole=whole)
    number = int(sign["number"] or 0) or (ord(sign["letter"].lower()) - 96 if sign["letter"] else 0)
    kind = (sign.lastgroup or "").replace("dot", "bullet")
    indent = len(sign["indent"].expandtabs(4))
    return Item(paragraph[sign.end() :].strip(), kind, number, indent, whole)
