"""Words that look mistyped are reported with a suggestion and their line. They are never changed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spellchecker import SpellChecker

from byline.importers.english import WORK_WORDS, is_compound, is_derived

MOST_UNKNOWN = 0.12
"""A text of which more words are unknown than this is not in English, and nothing is said about it."""

RAREST_SUGGESTION = 60
MOST_OFTEN = 2
"""What a text writes more often than this is a word of its trade."""

_WORD = re.compile(r"[a-z]{5,24}")
_EDGES = ".,;:!?…\"“”‘’'()[]*_–—"
_CODE = re.compile(r"`[^`\n]{1,200}`|\]\([^)\s]{0,500}\)|<[^<>\n]{1,300}>")


@dataclass(frozen=True, slots=True)
class Typo:
    """A word that looks mistyped: on which line of the file, and what was probably meant."""

    line: int
    word: str
    suggestion: str


def find_typos(text: str) -> tuple[Typo, ...]:
    """Find words that look mistyped in an English text; each is reported where it stands first.

    Only words in lower case count, so that names are left alone, and only ones that are a letter away from
    a known word, so that terms are.
    """
    first_line: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for number, word in _words(text):
        first_line.setdefault(word, number)
        seen[word] += 1
    known = known_words()
    unknown = [word for word in seen if word not in known]
    if len(unknown) > 2 and sum(seen[word] for word in unknown) > MOST_UNKNOWN * seen.total():
        return ()
    rare = (word for word in unknown if seen[word] <= MOST_OFTEN)
    found = (Typo(first_line[word], word, meant) for word in rare if (meant := suggest(word)))
    return tuple(sorted(found, key=lambda typo: (typo.line, typo.word)))


def suggest(word: str) -> str:
    """Return what an unknown word was probably meant to be; nothing for a word that may well be right."""
    known = known_words()
    if word in known or word in WORK_WORDS or is_derived(word, known) or is_compound(word, known):
        return ""
    near = _speller().candidates(word) or ()
    best = max(near, key=lambda candidate: (known.get(candidate, 0), candidate), default="")
    return best if known.get(best, 0) >= RAREST_SUGGESTION else ""


def _words(text: str) -> Iterator[tuple[int, str]]:
    in_code = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("```", "~~~")):
            in_code = not in_code
        if not in_code:
            for piece in _CODE.sub(" ", line).replace("—", " ").split():
                if _WORD.fullmatch(word := piece.strip(_EDGES)):
                    yield number, word


@cache
def _speller() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def known_words() -> dict[str, int]:
    """Return the known words and how often they occur; the dictionary is loaded when first asked for."""
    words: dict[str, int] = _speller().word_frequency.dictionary
    return words
