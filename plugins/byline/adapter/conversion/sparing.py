"""Markdown's own patterns, looked for only in texts that have the sign without which they match nothing.

Python-Markdown tries all of them at every text, and some search letter by letter for what is seldom there.
"""

import re
from collections.abc import Iterable
from typing import Any

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor

_SIGNS = {
    "AUTOLINK_RE": "<",
    "AUTOMAIL_RE": "<",
    "BACKTICK_RE": "`",
    "ENTITY_RE": "&",
    "ESCAPE_RE": "\\",
    "HTML_RE": "<",
    "IMAGE_LINK_RE": "![",
    "IMAGE_REFERENCE_RE": "![",
    "LINE_BREAK_RE": "  \n",
    "LINK_RE": "[",
    "REFERENCE_RE": "[",
}
"""What every text that one of these patterns matches has in it."""
_SIGN_OF = {
    pattern: sign for name, sign in _SIGNS.items() if (pattern := getattr(inlinepatterns, name, None))
}
_SIGNS_OF = {r"\*|_": ("*", "_"), r"\[\^([^\]]*)\]": ("[",)} | {
    pattern: (sign,) for pattern, sign in _SIGN_OF.items()
}
"""What every text that one of Markdown's own patterns, or that of footnotes, matches has one of."""
_SIGN_OF_BLOCK = {BlockQuoteProcessor: ">", HashHeaderProcessor: "#"}


def signs_of(parser: Markdown) -> list[tuple[str, ...]]:
    """Return the signs of each pattern of a parser, of which a text has one that it matches.

    None at all where one of the patterns is not known.
    """
    patterns = [pattern.getCompiledRegExp().pattern for pattern in parser.inlinePatterns]
    return [_SIGNS_OF[pattern] for pattern in patterns] if _SIGNS_OF.keys() >= set(patterns) else []


def shortest(signs: Iterable[str]) -> list[str]:
    """Return those of the signs that no other one of them is a part of."""
    different = sorted(set(signs))
    return [sign for sign in different if not any(part in sign for part in different if part != sign)]


class _Sparing:
    """A compiled pattern that does not search texts without its sign."""

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        self._pattern, self._sign = pattern, sign

    def finditer(self, text: str, *bounds: int) -> Iterable[re.Match[str]]:
        """Yield what the pattern finds."""
        return self._pattern.finditer(text, *bounds) if self._sign in text else ()

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first that the pattern finds."""
        return self._pattern.search(text, *bounds) if self._sign in text else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


def search_sparingly(parser: Markdown) -> None:
    """Let a parser search texts only for those of Markdown's own patterns that may be there."""
    inline: Any
    for inline in parser.inlinePatterns:
        compiled: Any = getattr(inline, "compiled_re", None)
        asks_anew = isinstance(inline, inlinepatterns.InlineProcessor)
        sign = _SIGN_OF.get(compiled.pattern) if isinstance(compiled, re.Pattern) else None
        if asks_anew and sign:
            inline.compiled_re = _Sparing(compiled, sign)
    block: Any
    for block in parser.parser.blockprocessors:
        if sign := _SIGN_OF_BLOCK.get(type(block)):
            block.RE = _Sparing(type(block).RE, sign)
