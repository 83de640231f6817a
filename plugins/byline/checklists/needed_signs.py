"""Signs and words that a pattern needs: where a text holds none of them, no search is needed."""

import re
from collections.abc import Iterable

_GROUP = re.compile(r"\(\?:([^()]*)\)(?![?*{])")
_LITERAL = re.compile(r"(?:(?:[\w ,:;—–-]|\\[()])(?![?*{]))+")
_BEFORE_SIGNS = re.compile(r"^(?:\\[bs](?![?*+{])|\(\?<[!=][^()]*\)|,\?)*")
_SIGN_CLASS = re.compile(r"\[([^]\\^\w-][^]\\\w-]*-?)\](?![?*{])")

Needing = tuple[tuple[str, ...], re.Pattern[str]]
"""A pattern behind signs and words of which one stands in all that it finds."""


def needed_signs(pattern: str) -> tuple[str, ...]:
    """Return signs or words of which one stands in all that a pattern finds.

    Where none are known it is the empty text, which stands in everything.
    """
    pattern = _BEFORE_SIGNS.sub("", pattern)
    group = _GROUP.match(pattern)
    if group and all(_LITERAL.fullmatch(way) for way in group[1].split("|")):
        return tuple(group[1].split("|"))
    sign_class = _SIGN_CLASS.match(pattern)
    if sign_class:
        return tuple(sign_class[1])
    literal = _LITERAL.match(pattern)
    return (literal[0].replace("\\", ""),) if literal else ("",)


def fewest_signs(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return signs and words of which one stands in all that any of these patterns finds."""
    known = {sign for pattern in patterns for sign in needed_signs(pattern)}
    return tuple(sorted(sign for sign in known if not any(one in sign for one in known - {sign})))


def needing(patterns: Iterable[str]) -> tuple[Needing, ...]:
    """Return the patterns, compiled, each with what it needs."""
    return tuple((needed_signs(pattern), re.compile(pattern)) for pattern in patterns)


def finds(pattern: Needing, text: str, begin: int) -> bool:
    """Tell whether a pattern finds anything in a text from a place on."""
    signs, compiled = pattern
    for sign in signs:
        if sign in text:
            return compiled.search(text, begin) is not None
    return False
