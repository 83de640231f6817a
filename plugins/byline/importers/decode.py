"""Bytes become text: one kind of line end, composed letters, no control characters; never a silent guess."""

import codecs
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from byline.problems import ContentError, Problem

MOST_BYTES = 10 * 1024 * 1024
SOFT_BREAK = "\u2028"
"""A line break inside a line of the file (Word's manual break, a page break): it does not count as a line."""

_SOFT_BREAKS = "\v\f\x85\u2029"
_GAPS = "\x1c\x1d\x1e\x1f"
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as it was stored, the same text cleaned, and how many control characters that cost."""

    stored: str
    text: str
    control_characters: int


def decode(data: bytes, source: Path, encoding: str = "utf-8") -> Decoded:
    """Turn a file's bytes into clean text. Raises `ContentError` on bytes that are no such text."""
    stored = decode_bytes(data, source, encoding)
    text, count = clean(stored)
    return Decoded(stored, text, count)


def decode_bytes(data: bytes, source: Path, encoding: str = "utf-8") -> str:
    """Turn a file's bytes into text, everything in it untouched but for a byte order mark."""
    if len(data) > MOST_BYTES:
        raise _refusal(source, 1, "the file is over 10 MiB", "split it into its articles")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"the file is not {_shown(encoding)} text (byte {error.start} is {data[error.start]:#04x})"
        guess = _MARKS.get(data[:2], "cp1252")
        mend = f"save it as UTF-8, or name its encoding, for example `--encoding {guess}`"
        raise _refusal(source, line, wrong, mend) from error
    except (LookupError, ValueError) as error:
        mend = "name a text encoding such as `--encoding cp1252`"
        raise _refusal(source, 1, f"`{encoding}` cannot decode this file", mend) from error
    text = text.removeprefix("\ufeff")
    controls = sum(1 for character in text if _is_control(character))
    if controls > max(4, len(text) // 20):
        wrong = f"this is no text ({controls} of {len(text)} characters are control characters)"
        raise _refusal(source, 1, wrong, "save it as plain text in UTF-8")
    return text


def clean(text: str) -> tuple[str, int]:
    """Return a text with `\\n` line ends, composed letters and no control characters, and their number.

    Breaks within a line become `SOFT_BREAK`, so that the lines stay those of the file.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in _SOFT_BREAKS:
        text = text.replace(sign, SOFT_BREAK)
    kept: list[str] = []
    count = 0
    for character in text:
        if _is_control(character):
            count += 1
            if character in _GAPS:
                kept.append(" ")
        else:
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)), count


def _is_control(character: str) -> bool:
    """Say whether a character can stand in no article: controls, surrogates, marks that mean no letter."""
    if character.isprintable() or character in "\n\r\t\v\f\x85":
        return False
    code = ord(character)
    return (
        unicodedata.category(character) in ("Cc", "Cs")
        or character == "\ufeff"
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def _shown(encoding: str) -> str:
    return "UTF-8" if encoding.lower() in ("utf-8", "utf8") else encoding


def _refusal(source: Path, line: int, wrong: str, mend: str) -> ContentError:
    return ContentError([Problem(source, line, wrong, mend)])
