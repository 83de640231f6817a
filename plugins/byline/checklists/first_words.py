"""How what a cue's pattern finds may begin: where no word of a text begins so, no search is needed."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from byline.checklists.by_token import ByToken

_WORD = re.compile(r"\w*")
DIGIT = "0"
"""Stands for any digit that a beginning opens with."""
_CLOSED = ("\\b", "\\s", "\\.", " ", ",", "'", "-", ":", "$")
"""What ends a word in a pattern; `'` stands for both apostrophes."""
_SIGNS = ("'", "@", "#", "€", "£")
_LOOKING = ("(?<!", "(?!", "(?<=", "(?=")
_REPEATED = ("*", "+", "{")
_PARTING = re.compile(r"\\.|\[(?:\\.|[^]\\])*\]|[()| ]", re.DOTALL)
"""What parts a pattern: groups, alternatives, spaces; and what such signs may stand in without parting it."""


class Beginning(NamedTuple):
    """How what a pattern finds may begin.

    `closed` holds where the letters are a whole word, `enough` where that word is all that is asked for.
    Letters that are none, such as `@`, are the first sign.
    """

    letters: str
    closed: bool = False
    enough: bool = False

    def fits(self, text: str) -> bool:
        """Tell whether a text begins so."""
        if self.letters[:1] == DIGIT and text[:1].isdecimal():
            return True
        behind = text[len(self.letters) : len(self.letters) + 1]
        return text.startswith(self.letters) and not (self.closed and (behind.isalnum() or behind == "_"))


def leading_word(token: str) -> str:
    """Return the word that a token begins with, `""` where a sign stands there."""
    found = None if token.isalnum() else _WORD.match(token)
    return found[0] if found else token


def fitting(ways: Collection[Beginning]) -> ByToken[bool]:
    """Return which tokens begin in one of these ways."""
    words = frozenset(way.letters for way in ways if way.closed)
    letters = tuple(way.letters for way in ways if not way.closed)
    has_digit = any(way.letters[:1] == DIGIT for way in ways)
    return ByToken(
        lambda token: (
            token.startswith(letters) or leading_word(token) in words or (has_digit and token[:1].isdecimal())
        )
    )


@cache
def beginnings(pattern: str) -> frozenset[Beginning]:
    """Return all ways in which what a pattern finds may begin, a comma in front left out.

    What is returned may hold ways too many, never too few; no letters stand for anything.
    """
    return frozenset(_begin("", f"(?:{pattern.removeprefix(', ')})", bare=True))


def first_words(pattern: str) -> frozenset[str] | None:
    """Return the letters that what a pattern finds begins with, up to the first sign that is none.

    None where that is not known: the pattern begins with a class of signs, or may end within a word. What is
    returned may hold words too many, never too few.
    """
    ways = beginnings(pattern)
    return frozenset(way.letters for way in ways) if all(way.closed for way in ways) else None


def needed_words(pattern: str) -> frozenset[str] | None:
    """Return words of which one stands behind a space in all that a pattern finds, None if none is known."""
    outside = [found for found, depth in _parted(pattern) if not depth]
    if any(found[0] == "|" for found in outside):
        return None
    rests = (pattern[found.end() :] for found in outside if found[0] == " ")
    known = (first_words(rest) for rest in rests if not rest.startswith(("?", *_REPEATED)))
    return next((words for words in known if words), None)


def alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern."""
    start = 0
    for found, depth in _parted(pattern):
        if found[0] == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]


def _begin(word: str, pattern: str, *, bare: bool) -> set[Beginning]:
    """Return what `word` may become with what follows it in the pattern; `bare` until that looks around."""
    letters = leading_word(pattern)
    word, pattern = word + letters, pattern[len(letters) :]
    if pattern.startswith("?"):
        return _begin(word, pattern[1:], bare=bare) | _begin(word[:-1], pattern[1:], bare=bare)
    if pattern.startswith(_REPEATED):
        return {Beginning(word[:-1])}
    if pattern.startswith(_LOOKING):
        return _begin(word, pattern[_end(pattern) :], bare=False)
    if pattern.startswith("(?:"):
        end = _end(pattern)
        return _after(word, tuple(alternatives(pattern[3 : end - 1])), pattern[end:], bare=bare)
    if pattern.startswith("["):
        end = pattern.index("]") + 1
        return _after(word, _members(pattern[1 : end - 1], word), pattern[end:], bare=bare)
    return _close(word, pattern, bare=bare) if word else {_first_sign(pattern)}


def _after(word: str, ways: tuple[str, ...], rest: str, *, bare: bool) -> set[Beginning]:
    """Return what `word` may become with one of these ways behind it and then the rest of the pattern."""
    if rest.startswith(_REPEATED) or not ways:
        return {Beginning(word)}
    found: set[Beginning] = set()
    for way in ways:
        found |= _begin(word, way + rest.removeprefix("?"), bare=bare)
    return found | _begin(word, rest[1:], bare=bare) if rest.startswith("?") else found


def _members(written: str, word: str) -> tuple[str, ...]:
    """Return the signs of a class, nothing where it is no mere list of letters, or of signs at the start."""
    if written.isalnum() or (not word and all(sign in "$€£" for sign in written)):
        return tuple("\\$" if sign == "$" else sign for sign in written)
    return ()


def _close(word: str, pattern: str, *, bare: bool) -> set[Beginning]:
    """Return how a word ends with the sign that follows it in the pattern."""
    closing = next((sign for sign in _CLOSED if pattern.startswith(sign)), "")
    rest = pattern[len(closing) :]
    if not closing or rest[:1] in ("*", "{"):
        return {Beginning(word)}
    if rest[:1] == "?":
        return _close(word, closing + rest[1:], bare=bare) | _begin(word, rest[1:], bare=bare)
    return {Beginning(word, closed=True, enough=bare and pattern == "\\b")}


def _first_sign(pattern: str) -> Beginning:
    """Return the sign that no word stands before, nothing where it is not known or may be missing."""
    if pattern.startswith("\\d"):
        return Beginning("" if pattern[2:3] in ("*", "?") or pattern[2:4] == "{0" else DIGIT)
    sign = "$" if pattern.startswith("\\$") else pattern[:1]
    rest = pattern.removeprefix("\\")[1:]
    known = (sign in _SIGNS or pattern.startswith("\\$")) and rest[:1] not in ("?", "*", "{")
    return Beginning(sign if known else "")


def _end(pattern: str) -> int:
    """Return where the group ends that a pattern begins with."""
    closing = (found.end() for found, depth in _parted(pattern) if found[0] == ")" and not depth)
    return next(closing, len(pattern))


def _parted(pattern: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what parts a pattern outside classes of signs, with how many groups stand open behind it."""
    depth = 0
    for found in _PARTING.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        yield found, depth
