"""The search for cues: a text as it is heard, and which of a pack's cues it holds."""

import re
from typing import NamedTuple

from byline.checklists.cues import Cues, Likely, load_cues
from byline.checklists.languages import Language

_SIGNS = re.compile(r"[\"“”„‚‘«»()\[\]{}<>/|—–*_]")
_ASCII = b"".join(_SIGNS.sub(" ", chr(code)).lower().encode("latin-1") for code in range(256))
"""What becomes of each sign of ASCII."""


class Heard(NamedTuple):
    """A text as cues are looked for in it: in lower case, each word behind one space.

    `tokens` are its words with the signs at them. `heads` are the texts whose beginning is a head, each with
    its first token: the whole, and what is left behind its opening.
    """

    whole: str
    tokens: list[str]
    heads: list[tuple[str, str]]


def hear(text: str, *begins: int) -> Heard:
    """Return a text as cues are looked for in it; its head is also where `begins` say."""
    tokens = _tokens(text)
    whole = " " + " ".join(tokens)
    heads = [(whole, tokens[0] if tokens else "")]
    for begin in {*begins} - {0} if any(begins) else ():
        behind = _tokens(text[begin:])
        heads.append((" " + " ".join(behind), behind[0] if behind else ""))
    return Heard(whole, tokens, heads)


def find_cues(language: Language, section: str, text: Heard) -> set[str]:
    """Return the names of the section's cues that a text holds."""
    return search(load_cues(language, section), text)


def search(cues: Cues, text: Heard) -> set[str]:
    """Return the names of these cues that a text holds."""
    whole, tokens, heads = text
    found: set[str] = set()
    at_token, place = cues.at_token, 0
    for token in tokens:
        likely = at_token[token]
        if likely:
            _look(found, whole, place, likely)
        place += len(token) + 1
    if cues.anywhere:
        _look(found, whole, 0, cues.anywhere)
    for head, token in heads:
        likely = cues.at_head[token]
        if likely:
            _look(found, head, 1, likely)
        if cues.at_any_head:
            _look(found, head, 1, cues.at_any_head)
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
