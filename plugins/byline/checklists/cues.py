"""The cues of a language pack, compiled once: which of them a text holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from byline.checklists.first_words import first_words
from byline.checklists.languages import Language

_SIGNS = re.compile(r"[\"“”„‚‘«»()\[\]{}<>/|—–*_]")
_WORD = re.compile(r"\w+")

FIRST = frozenset(
    """must want-to need-not you-should we-should they-should thing-should make-sure important-to best-way
    recommend consider negated dont-forget lets may-do label condition continues
    you i we told code money clock""".split()
)
"""The cues that can make a sentence a tip, or that count for the article; the others only matter to tips."""

Search = Callable[..., re.Match[str] | None]


class Heard(NamedTuple):
    """A text as cues are looked for in it: in lower case, each word behind one space.

    `heads` are the texts whose beginning is a head: the whole, and what is left behind its opening. `words`
    are all words by their letters alone.
    """

    whole: str
    heads: tuple[str, ...]
    words: frozenset[str]


def hear(text: str, *begins: int) -> Heard:
    """Return a text as cues are looked for in it; its head is also where `begins` say."""
    whole = _plain_words(text)
    heads = (whole, *(_plain_words(text[begin:]) for begin in {*begins} if begin))
    return Heard(whole, heads, frozenset(_WORD.findall(whole)))


def find_cues(language: Language, section: str, text: Heard, *, part: str = "") -> set[str]:
    """Return the names of the section's cues that a text holds.

    With `part` only those of a part of the section are looked for: `first` or `second`, by `FIRST`.
    """
    cues = _load_cues(language, section, part)
    likely = set(cues.always) if cues.any_always(text.whole) else set()
    for word in cues.words & text.words:
        likely.update(cues.by_word[word])
    found = {name for name in likely if cues.anywhere[name](text.whole)}
    for words in text.heads:
        if cues.any_head(words, 1):
            found |= {name for name, match in cues.heads if match(words, 1)}
    return found


@dataclass(frozen=True, slots=True)
class _Cues:
    """One section's cues: what finds each anywhere, what matches each at a head, and what any at a head.

    `by_word` names the cues that only a text with such a word can hold, `always` those that any text can
    where `any_always` finds one.
    """

    anywhere: Mapping[str, Search]
    by_word: Mapping[str, Sequence[str]]
    words: frozenset[str]
    always: tuple[str, ...]
    any_always: Search
    heads: tuple[tuple[str, Search], ...]
    any_head: Search


@cache
def _load_cues(language: Language, section: str, part: str) -> _Cues:
    anywhere: dict[str, Search] = {}
    by_word: dict[str, list[str]] = {}
    always, all_always, heads, all_heads = [], [], [], ["(?!)"]
    for name, written in language.cues[section].items():
        if part and (name in FIRST) != (part == "first"):
            continue
        patterns = [pattern.replace("’", "'") for pattern in written]
        head = [pattern[1:] for pattern in patterns if pattern.startswith("^")]
        others = [pattern for pattern in patterns if not pattern.startswith("^")]
        if head:
            heads.append((name, _compile(head).match))
            all_heads += head
        if others:
            behind = [_behind_space(pattern) for pattern in others]
            anywhere[name] = _compile(behind).search
            words = [first_words(pattern) for pattern in others]
            for word in {word for known in words for word in known or ()}:
                by_word.setdefault(word, []).append(name)
            unknown = [pattern for pattern, known in zip(behind, words, strict=True) if known is None]
            all_always += unknown
            always += [name] if unknown else []
    return _Cues(
        anywhere,
        by_word,
        frozenset(by_word),
        tuple(always),
        _compile(all_always or ["(?!)"]).search,
        tuple(heads),
        _compile(all_heads).match,
    )


def _behind_space(pattern: str) -> str:
    return pattern if pattern.startswith(",") else f" {pattern}"


def _compile(patterns: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of these, with what they all begin with in front: `re` then looks for that."""
    before = " " if all(pattern.startswith(" ") for pattern in patterns) else ""
    either = "|".join(pattern[len(before) :] for pattern in patterns)
    return re.compile(f"{before}(?:{either})")


def _plain_words(text: str) -> str:
    """Return the words of a text in lower case, each behind one space: cues then need to try few places."""
    return " " + " ".join(_SIGNS.sub(" ", text.lower().replace("’", "'")).split())
