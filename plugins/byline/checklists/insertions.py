"""Putting a little into a piece of HTML, and leaving all else of it as it is."""

import re
from collections.abc import Iterable
from operator import itemgetter

from byline.checklists.elements import Element

Insertion = tuple[int, str]
"""A place in the HTML, and the text that is put in there."""
_ATTRIBUTE = re.compile(r"[\s/]+([^\s/>=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def with_insertions(html: str, insertions: Iterable[Insertion]) -> str:
    """Return the HTML with texts put in at their places; of two at one place, the first comes first."""
    parts: list[str] = []
    done = 0
    for place, text in sorted(insertions, key=itemgetter(0)):
        parts += html[done:place], text
        done = place
    return "".join((*parts, html[done:]))


def class_insertion(html: str, element: Element, name: str) -> Insertion | None:
    """Return what gives an element one more class, and where; None where its own are written oddly."""
    behind_tag = element.start + 1 + len(element.tag)
    if "class" not in element.attributes:
        return behind_tag, f' class="{name}"'
    for found in _ATTRIBUTE.finditer(html, behind_tag, element.inner):
        if found[1].lower() == "class":
            quoted = found[2] and found[2][0] in "\"'"
            return (found.start(2) + 1, f"{name} ") if quoted else None
    return None
