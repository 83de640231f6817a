"""Where a sentence's matter begins, behind its labels and joining words; read in lower case."""

import re

from byline.checklists.languages import Openings

_SIGNS = frozenset("\"'“‘«»„(«[¡¿ →✓✔✅•\ufe0f")


def lowered(text: str) -> str:
    """Return a text in lower case, sign for sign: as it is where lower case would take more signs."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def token_at(sentence: str, place: int) -> str:
    """Return what stands at a place up to the next space."""
    end = sentence.find(" ", place)
    return sentence[place:end] if end >= 0 else sentence[place:]


def opens(token: str, openings: Openings) -> bool:
    """Tell whether a sentence's matter may begin behind the token that it begins with, or within it."""
    return token[:1] in _SIGNS or openings.may_open[token]


def opening_end(sentence: str, openings: Openings, begin: int = 0) -> int:
    """Return where a lowered sentence's matter begins, behind quotes, labels and joining words."""
    place, length = begin, len(sentence)
    while place < length:
        found = find_opener(sentence, openings, place)
        if found:
            place = found.end()
        elif sentence[place] in _SIGNS:
            place += 1
        else:
            return place
    return begin


def find_opener(sentence: str, openings: Openings, place: int) -> re.Match[str] | None:
    """Return the label or the joining word that stands at a place of a lowered sentence."""
    if not openings.may_open[token_at(sentence, place)]:
        return None
    return openings.label.match(sentence, place) or openings.opener.match(sentence, place)


def has_condition(sentence: str, openings: Openings, place: int = 0) -> bool:
    """Tell whether a condition begins at a place of a lowered sentence."""
    if not openings.may_state[token_at(sentence, place)]:
        return False
    return openings.condition.match(sentence, place) is not None
