"""What a source of mentions gives: entries, how far they are all there is, and how one is asked."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from byline.articles import Article
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.words import clean_date


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry, and the page that it is about where the source tells: its address on the site."""

    entry: Entry
    target: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one source gave. `article` is the one that it is about, if it is one.

    `whole` are the beginnings of the ids of which nothing is missing: an entry of those that is not among
    the mentions is gone at its origin. `left_out` counts what was not meant for everybody.
    """

    name: str
    mentions: tuple[Mention, ...] = ()
    article: Article | None = None
    whole: tuple[str, ...] = ()
    left_out: int = 0
    notes: tuple[str, ...] = ()


def digest(*parts: str) -> str:
    """Return a short id made of what does not change."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def text_in(value: Any, *path: str) -> str:
    """Return the text at a path of keys in an answer, or nothing."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else str(value) if type(value) is int else ""


def items_in(value: Any, key: str) -> list[Any]:
    """Return the list of objects under a key of an answer."""
    below = value.get(key) if isinstance(value, Mapping) else None
    return [item for item in below if isinstance(item, Mapping)] if isinstance(below, list) else []


def date_in(*texts: str) -> datetime | None:
    """Return the first of some dates that is one; without a zone it is in UTC, as APIs have it."""
    for text in texts:
        if text and (date := clean_date(lambda text=text: _moment(text))):  # type: ignore[misc]
            return date
    return None


def _moment(text: str) -> datetime:
    date = datetime.fromisoformat(text)
    return date if date.tzinfo else date.replace(tzinfo=UTC)
