"""Which language a text is in, as far as drawing needs it: English or not."""

import re

_COMMON = frozenset(
    "the of and to is that for it you with are this be your have from they not at can we or by what how when "
    "their if will about more should do don't who which than them into".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH_CHARACTERS = 20_000
_LEAST_SHARE = 0.14
_FEW_WORDS = 40
_LEAST_SHARE_OF_FEW = 0.05


def is_english(text: str) -> bool:
    """Tell whether a text reads as English by the share of English's commonest words."""
    words = _WORD.findall(text[:_ENOUGH_CHARACTERS].lower().replace("’", "'"))
    if not words:
        return False
    share = sum(word in _COMMON for word in words) / len(words)
    return share >= (_LEAST_SHARE if len(words) > _FEW_WORDS else _LEAST_SHARE_OF_FEW)
