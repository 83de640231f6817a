"""The account of an import: every word of the file is in the article, in a bio, or among what was dropped."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

COMMENT_FORM = r"(?:Leave a\s(?:Reply|Comment)(?:\sCancel reply)?|Cancel reply)"

_GLUE = re.compile(r"(?<=\S)(?=" + COMMENT_FORM + ")")
_LIST_SIGN = re.compile(r"[\W_]*(?:\d{1,3}[.)]|[A-Za-z]\)|o)")
_TIGHT_SIGN = re.compile(r"[\W_]*\d{1,3}[.)](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Loss:
    """How many words came in and where they went. `strays` are words lost on the way or doubled."""

    came_in: int
    went_out: int
    in_bio: int
    dropped: int
    strays: tuple[str, ...] = ()

    @property
    def unaccounted(self) -> int:
        """How many words are lost or doubled: an import with any is refused."""
        return len(self.strays)

    def __str__(self) -> str:
        """Return the account in one line."""
        return (
            f"words: {self.came_in:,} in = {self.went_out:,} out + {self.in_bio:,} in a bio"
            f" + {self.dropped:,} dropped, {self.unaccounted:,} unaccounted"
        )


def account(text: str, *, out: Iterable[str], bio: str = "", dropped: Iterable[str] = ()) -> Loss:
    """Count the words of a text and of everything it became, each side by itself, and compare them.

    A word must arrive as often as it was there; its place is not compared.
    """
    came_in = words_of(text)
    went_out, in_bio, left = words_of("\n".join(out)), words_of(bio), words_of("\n".join(dropped))
    arrived = went_out + in_bio + left
    strays = tuple(((came_in - arrived) + (arrived - came_in)).elements())
    return Loss(came_in.total(), went_out.total(), in_bio.total(), left.total(), strays)


def words_of(text: str) -> Counter[str]:
    """Count the words of a text: what stands between spaces and holds a letter or a digit.

    Case, accents and signs do not matter. What marks the items of a list (`1.`, `a)`, `o`) is no word, not
    even where it is glued to its item; and "Leave a Reply" begins a word of its own even where a page glued
    it to the last sentence.
    """
    words: Counter[str] = Counter()
    for piece, number in Counter(_GLUE.sub(" ", text).split()).items():
        if word := _word(piece):
            words[word] += number
    return words


def same_words(one: str, other: str) -> bool:
    """Say whether two texts hold the same words in the same order, whatever their case and signs."""
    spelled = [[word for piece in text.split() if (word := _word(piece))] for text in (one, other)]
    return spelled[0] == spelled[1]


def _word(piece: str) -> str:
    seen = unicodedata.normalize("NFC", "".join(sign for sign in piece if sign.isprintable()))
    if _LIST_SIGN.fullmatch(seen):
        return ""
    if tight := _TIGHT_SIGN.match(seen):
        seen = seen[tight.end() :]
    return "".join(sign for sign in unicodedata.normalize("NFD", seen) if sign.isalnum()).casefold()
