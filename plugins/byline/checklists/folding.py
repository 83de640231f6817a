"""Words without case, accents and signs, by which tips and pages are compared; of many texts at once."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

APART = "\0"
"""What stands between texts that are read at once."""
_PRINTED = (("’", "'"), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", ";"), ("\xa0", " "))
"""Signs of print that no word is left without."""
_ASCII = bytes(range(128))
_STOPS = frozenset(b".!?:;")
_ENDED = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == APART else b" ;"[code in _STOPS]
    for code in range(256)
).lower()
_SPACED = _ENDED.replace(b";", b" ")


def fold(text: str) -> str:
    """Return a text without case, accents and apostrophes."""
    if text.isascii():
        return text.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).casefold()
    for sign in set(plain) if not plain.isascii() else ():
        if unicodedata.combining(sign):
            plain = plain.replace(sign, "")
    return plain


def folded_words(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text without case, accents and signs."""
    return [part.split() for part in spaced(fold_texts(texts)).split(APART)] if texts else []


def fold_texts(texts: Sequence[str]) -> str:
    """Return texts without accents, apostrophes and signs of print, one behind the other."""
    whole = f" {APART} ".join(texts)
    if whole.count(APART) >= len(texts) > 0:
        whole = f" {APART} ".join([text.replace(APART, " ") for text in texts])
    if not whole.isascii():
        for sign, plain in _PRINTED:
            whole = whole.replace(sign, plain)
    whole = whole.replace("'", "")
    if not whole.isascii():
        for sign in set(_bytes(whole).translate(None, _ASCII).decode("utf-8", "surrogatepass")):
            whole = whole.replace(sign, _plain(sign))
    return whole


def spaced(folded: str) -> str:
    """Return folded texts in small letters, with a space for every sign, and one before and behind it all."""
    return _bytes(f" {folded} ").translate(_SPACED).decode("utf-8", "surrogatepass")


def ended(folded: str) -> str:
    """Return the words of folded texts, and `;` for every end of a sentence or line."""
    return _bytes(folded.replace("\n\n", ";")).translate(_ENDED).decode("utf-8", "surrogatepass")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1024)
def _plain(sign: str) -> str:
    """Return what stands for a sign that is not ASCII."""
    return "".join(part if part.isascii() or part.isalnum() else " " for part in fold(sign))
