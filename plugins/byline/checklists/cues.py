"""The cues of a language pack, compiled once: which of them a text holds."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from byline.checklists.first_words import DIGIT, Beginning, beginnings, needed_words
from byline.checklists.languages import Language

_SIGNS = re.compile(r"[\"“”„‚‘«»()\[\]{}<>/|—–*_]")
_WORD = re.compile(r"\w*")
_MOST_TOKENS = 8192

FIRST = frozenset(
    """must want-to need-not you-should we-should they-should thing-should make-sure important-to best-way
    recommend consider negated dont-forget lets may-do label condition continues
    you i we told code money clock""".split()
)
"""The cues that can make a sentence a tip, or that count for the article; the others only matter to tips."""

Found = Callable[[str, int], object]
Cue = tuple[str, Found]


class Heard(NamedTuple):
    """A text as cues are looked for in it: in lower case, each word behind one space.

    `tokens` are its words with the signs at them. `heads` are the texts whose beginning is a head: the whole,
    and what is left behind its opening.
    """

    whole: str
    tokens: list[str]
    heads: list[str]


def hear(text: str, *begins: int) -> Heard:
    """Return a text as cues are looked for in it; its head is also where `begins` say."""
    tokens = _tokens(text)
    whole = _spaced(tokens)
    heads = [whole]
    for begin in {*begins}:
        if begin:
            heads.append(_spaced(_tokens(text[begin:])))
    return Heard(whole, tokens, heads)


def find_cues(language: Language, section: str, text: Heard) -> set[str]:
    """Return the names of the section's cues that a text holds."""
    search = Search(language, section, text)
    return search.first() | search.second()


class Search:
    """The search for a section's cues in one text, in two parts by `FIRST`: the second is not always needed."""

    __slots__ = ("_begun", "_cues", "_text")

    def __init__(self, language: Language, section: str, text: Heard) -> None:
        self._text = text
        self._cues = _load_cues(language, section)
        at_token = self._cues.at_token
        place = 0
        self._begun: list[tuple[int, str, _Begun]] = []
        for token in text.tokens:
            begun = at_token[token]
            if begun:
                self._begun.append((place, text.whole, begun))
            place += len(token) + 1
        for head in text.heads:
            begun = self._cues.at_head[head[1:].partition(" ")[0]]
            if begun:
                self._begun.append((1, head, begun))
            self._begun.append((1, head, self._cues.any_head))

    def first(self) -> set[str]:
        """Return the names of the cues of the first part that the text holds."""
        found: set[str] = set()
        for place, text, begun in self._begun:
            if begun.first_sure:
                found |= begun.first_sure
            for name, match in begun.first_likely:
                if name not in found and match(text, place):
                    found.add(name)
        return found | self._elsewhere(self._cues.first_elsewhere)

    def second(self) -> set[str]:
        """Return the names of the other cues that the text holds."""
        found: set[str] = set()
        for place, text, begun in self._begun:
            if begun.second_sure:
                found |= begun.second_sure
            for name, match in begun.second_likely:
                if name not in found and match(text, place):
                    found.add(name)
        return found | self._elsewhere(self._cues.second_elsewhere)

    def _elsewhere(self, cues: Sequence[Cue]) -> set[str]:
        return {name for name, search in cues if search(self._text.whole, 0)}


class _Begun(NamedTuple):
    """The cues that may begin with a token: those that this is enough for, and those still to be matched."""

    first_sure: frozenset[str]
    first_likely: tuple[Cue, ...]
    second_sure: frozenset[str]
    second_likely: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Cues:
    """One section's cues: which of them may begin with a token anywhere, which at a head, which elsewhere."""

    at_token: Callable[[str], _Begun | None]
    at_head: Callable[[str], _Begun | None]
    first_elsewhere: tuple[Cue, ...]
    second_elsewhere: tuple[Cue, ...]
    any_head: _Begun


class _ByToken(dict[str, _Begun | None]):
    """The cues that a text may begin with, by its first token: looked up in lists, once for each token."""

    def __init__(self) -> None:
        self._by_word: dict[str, tuple[tuple[Beginning, Cue], ...]] = {}
        self._by_letters: dict[str, tuple[tuple[Beginning, Cue]]] = {}

    def take(self, ways: Iterable[Beginning], cue: Cue) -> None:
        """Take a cue, with all the ways in which what it finds may begin."""
        for way in ways:
            entries, key = (
                (self._by_word, way.letters) if way.closed else (self._by_letters, way.letters[:2])
            )
            entries[key] = (*entries.get(key, ()), (way, cue))

    def __missing__(self, token: str) -> _Begun | None:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        letters = self._by_letters
        found = None if token.isalnum() else _WORD.match(token)
        entries = self._by_word.get(found[0] if found else token, ())
        if token[:2] in letters or token[:1] in letters or token[:1].isdecimal():
            opened = (*letters.get(token[:1], ()), *letters.get(token[:2], ()))
            if token[:1].isdecimal():
                opened += letters.get(DIGIT, ())
            entries = (*entries, *(entry for entry in opened if entry[0].fits(token)))
        begun = self[token] = _parted(entries) if entries else None
        return begun


def _parted(entries: Iterable[tuple[Beginning, Cue]]) -> _Begun:
    sure = frozenset(cue[0] for way, cue in entries if way.enough)
    likely = dict.fromkeys(cue for _, cue in entries if cue[0] not in sure)
    return _Begun(
        sure & FIRST,
        tuple(cue for cue in likely if cue[0] in FIRST),
        sure - FIRST,
        tuple(cue for cue in likely if cue[0] not in FIRST),
    )


@cache
def _load_cues(language: Language, section: str) -> _Cues:
    anywhere, heads = _ByToken(), _ByToken()
    elsewhere: list[Cue] = []
    any_head: list[Cue] = []
    for name, written in language.cues[section].items():
        patterns = [pattern.replace("’", "'") for pattern in written]
        head = [pattern[1:] for pattern in patterns if pattern.startswith("^")]
        begun: list[str] = []
        ways: set[Beginning] = set()
        searched: list[str] = []
        for pattern in patterns:
            if pattern.startswith("^"):
                continue
            own = beginnings(pattern)
            if Beginning("") in own:
                words = needed_words(pattern)
                if words:
                    search = _compile([_behind_space(pattern)]).search
                    anywhere.take(
                        {Beginning(word, closed=True) for word in words},
                        (name, lambda whole, _, search=search: search(whole)),
                    )
                else:
                    searched.append(_behind_space(pattern))
            else:
                begun.append(_behind_space(pattern))
                ways |= {way._replace(enough=False) for way in own} if pattern.startswith(",") else own
        for pattern in head:
            own = beginnings(pattern)
            cue = (name, _compile([pattern]).match)
            if Beginning("") in own:
                any_head.append(cue)
            else:
                heads.take(own, cue)
        if begun:
            anywhere.take(ways, (name, _compile(begun).match))
        if searched:
            elsewhere.append((name, _compile(searched).search))
    return _Cues(
        anywhere,
        heads,
        tuple(cue for cue in elsewhere if cue[0] in FIRST),
        tuple(cue for cue in elsewhere if cue[0] not in FIRST),
        _parted([(Beginning(""), cue) for cue in any_head]),
    )


def _behind_space(pattern: str) -> str:
    return f" (?<=, ){pattern.removeprefix(', ')}" if pattern.startswith(", ") else f" {pattern}"


def _compile(patterns: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of these, with what they all begin with in front: `re` then looks for that."""
    before = " " if all(pattern.startswith(" ") for pattern in patterns) else ""
    either = "|".join(pattern[len(before) :] for pattern in patterns)
    return re.compile(f"{before}(?:{either})")


def _tokens(text: str) -> list[str]:
    return _SIGNS.sub(" ", text.lower().replace("’", "'")).split()


def _spaced(tokens: list[str]) -> str:
    """Return words, each behind one space."""
    return " " + " ".join(tokens)
