"""The cues of a language pack, compiled once: which may begin with a word, at a head, or anywhere."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from byline.checklists.by_token import ByToken
from byline.checklists.first_words import DIGIT, Beginning, beginnings, leading_word, needed_words
from byline.checklists.languages import Language, load_data

FIRST = frozenset(
    """must want-to need-not you-should we-should they-should thing-should make-sure important-to best-way
    recommend consider negated dont-forget lets may-do label condition continues
    you i we told code money clock""".split()
)
"""The cues that can make a sentence a tip, or that count for the article; the others only matter to tips."""

Found = Callable[[str, int], object]
Cue = tuple[str, Found]
"""A cue's name, and what tells whether it is found where it may begin."""


class Written(NamedTuple):
    """A cue as it is written: its patterns as one, tried where they may begin or looked for `wherever`."""

    name: str
    pattern: str
    wherever: bool = False


Way = tuple[Beginning, Written]


class Likely(NamedTuple):
    """The cues that may begin at a place: those whose word there is enough, and those still to be matched."""

    sure: frozenset[str]
    others: tuple[Cue, ...]


_ANY = Beginning("")


class _Ways:
    """The ways in which cues may begin, to be asked with which of them a token does."""

    def __init__(self) -> None:
        self._by_word: dict[str, tuple[Way, ...]] = {}
        self._by_letters: dict[str, tuple[Way, ...]] = {}

    def take(self, beginnings: Iterable[Beginning], cue: Written) -> None:
        """Take a cue, with all the ways in which what it finds may begin."""
        for way in beginnings:
            if way.closed:
                self._by_word[way.letters] = (*self._by_word.get(way.letters, ()), (way, cue))
            else:
                key = way.letters[:2]
                self._by_letters[key] = (*self._by_letters.get(key, ()), (way, cue))

    def begun(self, token: str) -> Likely | None:
        """Return the cues that may begin with a token, None without any."""
        ways = self._by_word.get(leading_word(token), ())
        letter = DIGIT if token[:1].isdecimal() else token[:1]
        if letter in self._by_letters or token[:2] in self._by_letters:
            opened = (*self._by_letters.get(letter, ()), *self._by_letters.get(token[:2], ()))
            ways = (*ways, *(way for way in opened if way[0].fits(token)))
        return _likely(ways)


def _likely(ways: Collection[Way]) -> Likely | None:
    """Return the cues of these ways, compiled now that they are asked for, None without any."""
    if not ways:
        return None
    sure = frozenset(cue.name for way, cue in ways if way.enough)
    others = dict.fromkeys(cue for _, cue in ways if cue.name not in sure)
    return Likely(sure, tuple((cue.name, _found(cue.pattern, cue.wherever)) for cue in others))


@cache
def _found(pattern: str, wherever: bool) -> Found:
    """Return what tells whether a pattern is found at a place, or wherever in a text."""
    compiled = re.compile(pattern)
    return (lambda text, _: compiled.search(text)) if wherever else compiled.match


class Cues:
    """Some cues by where they may begin: with which token, at which head, anywhere, at any head.

    `common` are words that most sentences hold: cues that begin so are looked for by a rarer word of theirs.
    A pattern is compiled when a token asks for its cue.
    """

    def __init__(self, section: Mapping[str, list[str]], common: Collection[str] = ()) -> None:
        at_token, at_head = _Ways(), _Ways()
        anywhere: list[Way] = []
        at_any_head: list[Way] = []
        for name, written in section.items():
            patterns = [pattern.replace("’", "'") for pattern in written]
            known, unknown = _parted([pattern[1:] for pattern in patterns if pattern.startswith("^")])
            at_head.take(_ways(known), Written(name, "|".join(known)))
            at_any_head += [(_ANY, Written(name, pattern)) for pattern in unknown]
            known, unknown = _parted([pattern for pattern in patterns if not pattern.startswith("^")], common)
            at_token.take(_ways(known), Written(name, "|".join(map(_behind_space, known))))
            for pattern in unknown:
                cue, words = Written(name, _behind_space(pattern), wherever=True), needed_words(pattern)
                if words:
                    at_token.take([Beginning(word, closed=True) for word in words], cue)
                else:
                    anywhere.append((_ANY, cue))
        self.at_token, self.at_head = ByToken(at_token.begun), ByToken(at_head.begun)
        self.anywhere, self.at_any_head = _likely(anywhere), _likely(at_any_head)


@cache
def load_cues(language: Language, section: str, part: Literal["all", "first", "rest"] = "all") -> Cues:
    """Return the cues of a section of a language pack, or those of one part by `FIRST`, compiled once."""
    cues = language.cues[section]
    if part != "all":
        cues = {name: written for name, written in cues.items() if (name in FIRST) == (part == "first")}
    return Cues(cues, frozenset(load_data("common_words.toml")[language.code].split()))


def _parted(patterns: Iterable[str], common: Collection[str] = ()) -> tuple[list[str], list[str]]:
    """Return the patterns to be tried where they may begin, and those that begin commonly or unknown how."""
    known: list[str] = []
    unknown: list[str] = []
    for pattern in patterns:
        ways = beginnings(pattern)
        (unknown if _ANY in ways or _begins_commonly(pattern, common) else known).append(pattern)
    return known, unknown


def _begins_commonly(pattern: str, common: Collection[str]) -> bool:
    """Tell whether what a pattern finds begins with a common word and holds a rarer one."""
    words = needed_words(pattern)
    begins = any(way.letters in common for way in beginnings(pattern))
    return begins and words is not None and not any(word in common for word in words)


def _ways(patterns: Iterable[str]) -> set[Beginning]:
    """Return all beginnings of these patterns; of what must stand behind a comma, no word is enough."""
    return {
        way._replace(enough=False) if pattern.startswith(",") else way
        for pattern in patterns
        for way in beginnings(pattern)
    }


def _behind_space(pattern: str) -> str:
    """Return a pattern with the space before it, and before that the comma that it may ask for."""
    return f" (?<=, )(?:{pattern[2:]})" if pattern.startswith(", ") else f" (?:{pattern})"
