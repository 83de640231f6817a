"""The cues of a language pack, compiled once: which of them a text holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from byline.checklists.languages import Language

_SIGNS = str.maketrans(dict.fromkeys('"“”„‚‘«»()[]{}<>/|—–*_\n\t', " "))

FIRST = frozenset(
    """must want-to need-not you-should we-should they-should thing-should make-sure important-to best-way
    recommend consider negated dont-forget lets may-do label condition continues
    you i we told code money clock""".split()
)
"""The cues that can make a sentence a tip, or that count for the article; the others only matter to tips."""

Search = Callable[..., re.Match[str] | None]


def find_cues(language: Language, section: str, text: str, *begins: int, part: str = "") -> set[str]:
    """Return the names of the section's cues that `text` holds; its head is also where `begins` say.

    With `part` only those of a part of the section are looked for: `first` or `second`, by `FIRST`.
    """
    cues = _load_cues(language, section, part)
    whole = _plain_words(text)
    found = {name for name, search in cues.anywhere if search(whole)}
    for words in {whole, *(_plain_words(text[begin:]) for begin in begins if begin)}:
        if cues.any_head(words, 1):
            found |= {name for name, match in cues.heads if match(words, 1)}
    return found


@dataclass(frozen=True, slots=True)
class _Cues:
    """One section's cues: what finds each anywhere, what matches each at a head, and what any at a head."""

    anywhere: tuple[tuple[str, Search], ...]
    heads: tuple[tuple[str, Search], ...]
    any_head: Search


@cache
def _load_cues(language: Language, section: str, part: str) -> _Cues:
    anywhere, heads, all_heads = [], [], ["(?!)"]
    for name, patterns in language.cues[section].items():
        if part and (name in FIRST) != (part == "first"):
            continue
        head = [pattern[1:] for pattern in patterns if pattern.startswith("^")]
        others = [_behind_space(pattern) for pattern in patterns if not pattern.startswith("^")]
        if head:
            heads.append((name, _compile(head).match))
        if others:
            anywhere.append((name, _compile(others).search))
        all_heads += head
    return _Cues(tuple(anywhere), tuple(heads), _compile(all_heads).match)


def _behind_space(pattern: str) -> str:
    return pattern if pattern.startswith(",") else f" {pattern}"


def _compile(patterns: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of these, with what they all begin with in front: `re` then looks for that."""
    before = " " if all(pattern.startswith(" ") for pattern in patterns) else ""
    either = "|".join(pattern[len(before) :] for pattern in patterns)
    return re.compile(f"{before}(?:{either})".replace("’", "'"))


def _plain_words(text: str) -> str:
    """Return the words of a text in lower case, each behind one space: cues then need to try few places."""
    return " " + " ".join(text.lower().replace("’", "'").translate(_SIGNS).split())
