"""How sentences begin before their matter does: labels, joining words, conditions; read in lower case."""

import re
from functools import cache

from byline.checklists.cues import load_data

_SIGNS = frozenset("\"'“‘(«[ →✓✔✅•\ufe0f")


@cache
def label() -> re.Pattern[str]:
    """Return what matches "Hint: ", "Rule 3: ", "2. " and the like."""
    data = load_data("openers.toml")
    adjectives, labels, numbers = (
        "|".join(data[name]) for name in ("label_adjectives", "labels", "label_numbers")
    )
    named = rf"[(\[]*(?:(?:{adjectives})[- ])?(?:{labels})(?: (?:#|no\.? ?)?(?:\d+|{numbers}))?\s?[:–—-]\s+"
    return re.compile(rf"{named}|\(?\d{{1,2}}[.):]\s+|#\d{{1,2}}[:.)]?\s+")


@cache
def opener() -> re.Pattern[str]:
    """Return what matches a joining word at the head of a sentence, with the comma behind it."""
    words = "|".join(load_data("openers.toml")["openers"])
    return re.compile(rf"(?:{words})(?:[,:;]\s*|\s+(?=[a-z'’])|\s+[–—-]\s+)")


@cache
def condition() -> re.Pattern[str]:
    """Return what matches a word behind which an instruction may follow after a comma."""
    words = "|".join(load_data("openers.toml")["conditions"])
    return re.compile(rf"(?:{words})\b")


@cache
def words_for(name: str) -> frozenset[str]:
    """Return one of the data file's lists of words."""
    return frozenset(str(load_data("openers.toml")[name]).split())


def lowered(text: str) -> str:
    """Return a text in lower case, sign for sign: as it is where lower case would take more signs."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def opening_end(sentence: str, begin: int = 0) -> int:
    """Return where a lowered sentence's matter begins, behind quotes, labels and joining words."""
    place = begin
    while place < len(sentence):
        found = label().match(sentence, place) or opener().match(sentence, place)
        if found:
            place = found.end()
        elif sentence[place] in _SIGNS:
            place += 1
        else:
            break
    return place if place < len(sentence) else begin
