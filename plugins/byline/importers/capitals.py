"""A title in capitals, spelled as a sentence."""

import re
from collections.abc import Container

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ALWAYS = re.compile(r"I(?:['’].*)?")


def sentence_case(title: str, known: Container[str]) -> str:
    """Return a title in capitals as a sentence; words that are not known keep theirs, as acronyms do."""

    def spell(found: re.Match[str]) -> str:
        word = found[0]
        lower = word.lower()
        plain = lower.replace("’", "'")
        if _ALWAYS.fullmatch(word):
            return word[0] + word[1:].lower()
        if not (plain in known or plain.partition("'")[0] in known):
            return word
        opens = not title[: found.start()].rstrip("“\"‘'( ").removesuffix(" ") or re.search(
            r"[.!?:][\s“\"‘']*\Z", title[: found.start()][-6:]
        )
        return lower[0].upper() + lower[1:] if opens else lower

    return _WORD.sub(spell, title)
