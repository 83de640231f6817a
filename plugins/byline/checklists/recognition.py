"""Which language a text is in, by the share of each language's commonest words."""

import re
from collections import Counter
from functools import cache

from byline.checklists.languages import Language, language_codes, load_data, load_language

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SIGNS = '.,:;!?()"“”'
_ENOUGH_CHARACTERS = 6_000
_LEAST_SHARE = 0.14
_FEW_WORDS = 40
_LEAST_SHARE_OF_FEW = 0.05


def language_of(text: str) -> Language | None:
    """Return the pack for the language that a text is in, None where there is none or the text is unclear."""
    tokens = text[:_ENOUGH_CHARACTERS].lower().replace("’", "'").split()
    known, words = _codes_by_word(), 0
    shares = dict.fromkeys(_common_words(), 0)
    for token, count in Counter(tokens).items():
        bare = token.strip(_SIGNS)
        for word in (bare,) if bare.isalpha() else _WORD.findall(token):
            words += count
            for code in known.get(word, ()):
                shares[code] += count
    if not words:
        return None
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    least = _LEAST_SHARE if words > _FEW_WORDS else _LEAST_SHARE_OF_FEW
    if best not in language_codes() or shares[best] < least * words:
        return None
    return load_language(best)


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in load_data("common_words.toml").items()}


@cache
def _codes_by_word() -> dict[str, tuple[str, ...]]:
    """Return the languages that each common word is common in."""
    words = frozenset().union(*_common_words().values())
    return {word: tuple(code for code, own in _common_words().items() if word in own) for word in words}
