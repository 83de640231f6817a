"""The cues of a language pack, compiled once: which may begin with a word, at a head, or anywhere."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from byline.checklists.first_words import DIGIT, Beginning, beginnings, needed_words
from byline.checklists.languages import Language

_WORD = re.compile(r"\w*")
_MOST_TOKENS = 50_000

FIRST = frozenset(
    """must want-to need-not you-should we-should they-should thing-should make-sure important-to best-way
    recommend consider negated dont-forget lets may-do label condition continues
    you i we told code money clock""".split()
)
"""The cues that can make a sentence a tip, or that count for the article; the others only matter to tips."""

Found = Callable[[str, int], object]
Cue = tuple[str, Found]
"""A cue's name, and what tells whether it is found where it may begin."""
Way = tuple[Beginning, Cue]


class Likely(NamedTuple):
    """The cues that may begin at a place: those whose word there is enough, and those still to be matched."""

    sure: frozenset[str]
    others: tuple[Cue, ...]


class Begun(NamedTuple):
    """The cues that may begin at a place, in two parts by `FIRST`."""

    first: Likely | None
    second: Likely | None


_ANY = Beginning("")


class _ByToken(dict[str, Begun | None]):
    """The cues that may begin with a token, worked out once for each of the latest tokens."""

    def __init__(self) -> None:
        self._by_word: dict[str, tuple[Way, ...]] = {}
        self._by_letters: dict[str, tuple[Way, ...]] = {}

    def take(self, beginnings: Iterable[Beginning], cue: Cue) -> None:
        """Take a cue, with all the ways in which what it finds may begin."""
        for way in beginnings:
            if way.closed:
                self._by_word[way.letters] = (*self._by_word.get(way.letters, ()), (way, cue))
            else:
                key = way.letters[:2]
                self._by_letters[key] = (*self._by_letters.get(key, ()), (way, cue))

    def __missing__(self, token: str) -> Begun | None:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        found = None if token.isalnum() else _WORD.match(token)
        ways = self._by_word.get(found[0] if found else token, ())
        letter = DIGIT if token[:1].isdecimal() else token[:1]
        if letter in self._by_letters or token[:2] in self._by_letters:
            opened = (*self._by_letters.get(letter, ()), *self._by_letters.get(token[:2], ()))
            ways = (*ways, *(way for way in opened if way[0].fits(token)))
        begun = self[token] = _begun(ways)
        return begun


def _begun(ways: Collection[Way]) -> Begun | None:
    """Return the cues of these ways, None without any."""
    if not ways:
        return None
    sure = frozenset(name for way, (name, _) in ways if way.enough)
    others = dict.fromkeys(cue for _, cue in ways if cue[0] not in sure)
    first = Likely(sure & FIRST, tuple(cue for cue in others if cue[0] in FIRST))
    second = Likely(sure - FIRST, tuple(cue for cue in others if cue[0] not in FIRST))
    return Begun(first if any(first) else None, second if any(second) else None)


class Cues:
    """One section's cues, by where they may begin: with which token, at which head, anywhere, at any head."""

    def __init__(self, section: Mapping[str, list[str]]) -> None:
        self.at_token, self.at_head = _ByToken(), _ByToken()
        anywhere: list[Way] = []
        at_any_head: list[Way] = []
        for name, written in section.items():
            patterns = [pattern.replace("’", "'") for pattern in written]
            known, unknown = _parted([pattern[1:] for pattern in patterns if pattern.startswith("^")])
            self.at_head.take(_ways(known), (name, _compile(known).match))
            at_any_head += [(_ANY, (name, _compile([pattern]).match)) for pattern in unknown]
            known, unknown = _parted([pattern for pattern in patterns if not pattern.startswith("^")])
            self.at_token.take(_ways(known), (name, _compile(map(_behind_space, known)).match))
            for pattern in unknown:
                search = _compile([_behind_space(pattern)]).search
                words = needed_words(pattern)
                if words:
                    ways = [Beginning(word, closed=True) for word in words]
                    self.at_token.take(ways, (name, _wherever(search)))
                else:
                    anywhere.append((_ANY, (name, search)))
        self.anywhere, self.at_any_head = _begun(anywhere), _begun(at_any_head)


@cache
def load_cues(language: Language, section: str) -> Cues:
    """Return the cues of a section of a language pack, compiled once."""
    return Cues(language.cues[section])


def _parted(patterns: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the patterns whose beginnings are known, and the others."""
    known: list[str] = []
    unknown: list[str] = []
    for pattern in patterns:
        (unknown if _ANY in beginnings(pattern) else known).append(pattern)
    return known, unknown


def _ways(patterns: Iterable[str]) -> set[Beginning]:
    """Return all beginnings of these patterns; of what must stand behind a comma, no word is enough."""
    return {
        way._replace(enough=False) if pattern.startswith(",") else way
        for pattern in patterns
        for way in beginnings(pattern)
    }


def _wherever(search: Callable[[str], object]) -> Found:
    """Return what looks through a whole text, wherever a word of the cue stands in it."""
    return lambda text, _: search(text)


def _behind_space(pattern: str) -> str:
    """Return a pattern with the space before it, and before that the comma that it may ask for."""
    return f" (?<=, )(?:{pattern[2:]})" if pattern.startswith(", ") else f" (?:{pattern})"


def _compile(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of these."""
    return re.compile("|".join(patterns) or "(?!)")
