"""A feed, before it is written in any format."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote an entry; `url` and `avatar` are addresses, or empty."""

    name: str
    url: str = ""
    avatar: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at an address; its media type may be unknown, and so empty."""

    url: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry, such as an episode's sound: address, media type, length in bytes.

    `duration` is as the author wrote it: seconds, or `1:02:03`.
    """

    url: str
    type: str
    length: int
    duration: str = ""


@dataclass(frozen=True, slots=True)
class Discussion:
    """Where an entry is discussed: a page, the number of comments if known, the feed of those comments."""

    url: str = ""
    count: int | None = None
    feed: str = ""


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
    picture: Picture | None = None
    enclosures: tuple[Enclosure, ...] = ()
    discussion: Discussion | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """What podcast directories ask of a channel (Apple's `itunes` elements)."""

    author: str
    email: str
    category: str
    subcategory: str = ""
    explicit: bool = False
    image: str = ""
    type: str = "episodic"


@dataclass(frozen=True, slots=True)
class Pages:
    """The place of a feed document among those that together hold all entries (RFC 5005, section 4).

    `archive` says that it is one of the older ones, which do not change any more. The others are addresses,
    empty where there is no such document; `older` and `newer` are archives, `current` is the feed to
    subscribe to.
    """

    archive: bool = False
    current: str = ""
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the page it belongs to (`url`), its entries newest first, and a permanent `id`.

    `hub` is the address of a WebSub hub; `ttl` says after how many minutes to look again, 0 to leave it open.
    """

    id: str
    url: str
    title: str
    description: str
    language: str
    entries: tuple[Entry, ...]
    hub: str = ""
    ttl: int = 0
    picture: Picture | None = None
    show: Show | None = None
    pages: Pages = Pages()

    @property
    def updated(self) -> datetime | None:
        """Return when the newest change was made; None without entries. No clock is asked."""
        return max((entry.updated for entry in self.entries), default=None)
