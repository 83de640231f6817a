"""The search for cues: a text as it is heard, and which of a pack's cues it holds."""

import re
from typing import NamedTuple

from byline.checklists.cues import Begun, Likely, load_cues
from byline.checklists.languages import Language

_SIGNS = re.compile(r"[\"“”„‚‘«»()\[\]{}<>/|—–*_]")
_ASCII = b"".join(_SIGNS.sub(" ", chr(code)).lower().encode("latin-1") for code in range(256))
"""What becomes of each sign of ASCII."""


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
    whole = " " + " ".join(tokens)
    heads = [whole]
    for begin in {*begins} if any(begins) else ():
        if begin:
            heads.append(" " + " ".join(_tokens(text[begin:])))
    return Heard(whole, tokens, heads)


def find_cues(language: Language, section: str, text: Heard) -> set[str]:
    """Return the names of the section's cues that a text holds."""
    search = CueSearch(language, section, text)
    return search.first() | search.second()


class CueSearch:
    """The search for a section's cues in a text, in two parts by `FIRST`: the second is not always needed."""

    __slots__ = ("_places",)

    def __init__(self, language: Language, section: str, text: Heard) -> None:
        cues = load_cues(language, section)
        whole, at_token = text.whole, cues.at_token
        self._places: list[tuple[int, str, Begun]] = []
        place = 0
        for token in text.tokens:
            begun = at_token[token]
            if begun:
                self._places.append((place, whole, begun))
            place += len(token) + 1
        if cues.anywhere:
            self._places.append((0, whole, cues.anywhere))
        for head in text.heads:
            begun = cues.at_head[head[1:].partition(" ")[0]]
            if begun:
                self._places.append((1, head, begun))
            if cues.at_any_head:
                self._places.append((1, head, cues.at_any_head))

    def first(self) -> set[str]:
        """Return the names of the cues of the first part that the text holds."""
        found: set[str] = set()
        for place, text, (likely, _) in self._places:
            if likely:
                _look(found, text, place, likely)
        return found

    def second(self) -> set[str]:
        """Return the names of the other cues that the text holds."""
        found: set[str] = set()
        for place, text, (_, likely) in self._places:
            if likely:
                _look(found, text, place, likely)
        return found


def _look(found: set[str], text: str, place: int, likely: Likely) -> None:
    """Add the names of the cues that a text holds at a place."""
    sure, others = likely
    if sure:
        found |= sure
    for name, match in others:
        if name not in found and match(text, place):
            found.add(name)


def _tokens(text: str) -> list[str]:
    """Return the words of a text in lower case, with the signs at them that cues ask for."""
    if text.isascii():  # as bytes, signs are exchanged many times faster
        return text.encode("ascii").translate(_ASCII).decode("ascii").split()
    return _SIGNS.sub(" ", text.lower().replace("’", "'")).split()
