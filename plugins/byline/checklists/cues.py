"""The cues of the data file, compiled once: which of them a text holds."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("byline.checklists") / "data"
_SIGNS = str.maketrans({"'": "’", **dict.fromkeys('"“”‘«»()[]{}<>/|—–*_\n\t', " ")})

Pattern = re.Pattern[str] | None


def load_data(name: str) -> dict[str, Any]:
    """Return a TOML data file of this room."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def load_cues(section: str) -> tuple[tuple[str, Pattern, Pattern], ...]:
    """Return the names of one section's cues, with what they look for at the head and anywhere."""
    section_cues: dict[str, list[str]] = load_data("cues.toml")[section]
    return tuple(
        (
            name,
            _compile("", [pattern[1:] for pattern in patterns if pattern.startswith("^")]),
            _compile(" ", [pattern for pattern in patterns if not pattern.startswith("^")]),
        )
        for name, patterns in section_cues.items()
    )


def find_cues(section: str, text: str, *begins: int) -> set[str]:
    """Return the names of the section's cues that `text` holds; its head is also where `begins` say."""
    whole = _plain_words(text)
    heads = {whole, *(_plain_words(text[begin:]) for begin in begins if begin)}
    heads = {words for words in heads if _any_head(section).match(words, 1)}
    return {
        name
        for name, head, anywhere in load_cues(section)
        if (anywhere and anywhere.search(whole)) or (head and any(head.match(words, 1) for words in heads))
    }


@cache
def _any_head(section: str) -> re.Pattern[str]:
    """Return what matches where any cue tied to the head does, to leave most sentences at one look."""
    return re.compile("|".join(head.pattern for _, head, _ in load_cues(section) if head) or r"(?!)")


def _plain_words(text: str) -> str:
    """Return the words of a text in lower case, each behind one space: cues then need to try few places."""
    return " " + " ".join(text.lower().translate(_SIGNS).split())


def _compile(before: str, patterns: list[str]) -> Pattern:
    return re.compile(f"{before}(?:{'|'.join(patterns)})") if patterns else None
