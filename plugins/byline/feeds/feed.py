"""A feed, before it is written in any format."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote an entry; `url` may be empty."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a feed. `content` is HTML with absolute links, `summary` plain text, `id` permanent."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: tuple[Person, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the page it belongs to (`url`), its entries newest first, and a permanent `id`."""

    id: str
    url: str
    title: str
    description: str
    language: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime | None:
        """Return when the newest change was made; None without entries. No clock is asked."""
        return max((entry.updated for entry in self.entries), default=None)
