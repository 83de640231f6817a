"""Where a sentence's matter begins, behind its labels and joining words; read in lower case."""

import re
from functools import lru_cache

from byline.checklists.languages import Openings

_SIGNS = frozenset("\"'“‘«»„(«[¡¿ →✓✔✅•\ufe0f")


def lowered(text: str) -> str:
    """Return a text in lower case, sign for sign: as it is where lower case would take more signs."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def opening_end(sentence: str, openings: Openings, begin: int = 0) -> int:
    """Return where a lowered sentence's matter begins, behind quotes, labels and joining words."""
    place = begin
    while place < len(sentence):
        found = find_opener(sentence, openings, place)
        if found:
            place = found.end()
        elif sentence[place] in _SIGNS:
            place += 1
        else:
            break
    return place if place < len(sentence) else begin


def find_opener(sentence: str, openings: Openings, place: int) -> re.Match[str] | None:
    """Return the label or the joining word that stands at a place of a lowered sentence."""
    end = sentence.find(" ", place)
    if not _may_open(sentence[place:end] if end >= 0 else sentence[place:], openings):
        return None
    return openings.label.match(sentence, place) or openings.opener.match(sentence, place)


def has_condition(sentence: str, openings: Openings, place: int = 0) -> bool:
    """Tell whether a condition begins at a place of a lowered sentence."""
    end = sentence.find(" ", place)
    if not _may_state_condition(sentence[place:end] if end >= 0 else sentence[place:], openings):
        return False
    return openings.condition.match(sentence, place) is not None


@lru_cache(maxsize=8192)
def _may_open(token: str, openings: Openings) -> bool:
    return any(way.fits(token) for way in openings.first_words)


@lru_cache(maxsize=8192)
def _may_state_condition(token: str, openings: Openings) -> bool:
    return any(way.fits(token) for way in openings.first_of_condition)
