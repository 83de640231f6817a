"""The name of a tip: made from its words, so that it stays while the article around it changes."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2s

from byline.checklists.folding import folded_words

_SUFFIXES = ("ing", "ies", "ied", "es", "ed", "ly", "s", "e")
_LITTLE = frozenset(
    "a an the and or but of to in on at for with by as is are be it its this that these those you your we "
    "our they their i my can should must need have will do not so if when how what any all more make sure "
    "use".split()
)


def name_tips(texts: Sequence[str]) -> list[str]:
    """Return for each tip ten hexadecimal digits that stand for its words."""
    return [blake2s(" ".join(words).encode(), digest_size=5).hexdigest() for words in folded_words(texts)]


def name_tip(text: str) -> str:
    """Return ten hexadecimal digits that stand for the words of a tip."""
    return name_tips([text])[0]


def unique(names: Iterable[str]) -> list[str]:
    """Return the names with a number behind each that came before: `ab`, `ab-2`, `ab-3`."""
    seen: dict[str, int] = {}
    numbered = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        numbered.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return numbered


def matters(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return the stems of the words that carry meaning, for telling whether two tips say the same."""
    return [frozenset(map(_stem, set(words).difference(_LITTLE))) for words in folded_words(texts)]


def matter(text: str) -> frozenset[str]:
    """Return the stems of the words of a tip that carry meaning."""
    return matters([text])[0]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
