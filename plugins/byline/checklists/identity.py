"""The name of a tip: made from its words, so that it stays while the article around it changes."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SUFFIXES = ("ing", "ies", "ied", "es", "ed", "ly", "s", "e")
_LITTLE = frozenset(
    "a an the and or but of to in on at for with by as is are be it its this that these those you your we "
    "our they their i my can should must need have will do not so if when how what any all more make sure "
    "use".split()
)


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and signs."""
    return tuple(_WORD.findall(fold(text)))


def fold(text: str) -> str:
    """Return a text without case, accents and apostrophes."""
    if text.isascii():
        return text.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).casefold()
    for sign in set(plain) if not plain.isascii() else ():
        if unicodedata.combining(sign):
            plain = plain.replace(sign, "")
    return plain


def name_tip(text: str) -> str:
    """Return ten hexadecimal digits that stand for the words of a tip."""
    return hashlib.blake2s(" ".join(folded_words(text)).encode(), digest_size=5).hexdigest()


def unique(names: Iterable[str]) -> list[str]:
    """Return the names with a number behind each that came before: `ab`, `ab-2`, `ab-3`."""
    seen: dict[str, int] = {}
    numbered = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        numbered.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return numbered


def matter(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning, for telling whether two tips say the same."""
    return frozenset([_stem(word) for word in folded_words(text) if word not in _LITTLE])


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
