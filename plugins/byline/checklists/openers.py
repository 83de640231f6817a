"""Where a sentence's matter begins, behind its labels and joining words; read in lower case."""

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
        found = openings.label.match(sentence, place) or openings.opener.match(sentence, place)
        if found:
            place = found.end()
        elif sentence[place] in _SIGNS:
            place += 1
        else:
            break
    return place if place < len(sentence) else begin
