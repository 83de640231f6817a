"""What an export holds: comments, each with the post that it belongs to."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

KEPT = "kept"
SPAM = "spam"
TRASH = "trash or deleted"
PENDING = "waiting for approval"
PINGS = "pingbacks and trackbacks"
OTHER = "of another kind, such as notes of a shop"
EMPTY = "without a word"
REASONS = (SPAM, TRASH, PENDING, PINGS, OTHER, EMPTY)
"""Why a comment is left out."""


@dataclass(frozen=True, slots=True)
class Source:
    """A post as the export names it; what the export does not tell is empty.

    `guid` is its permanent id, `thread` the id that comments were filed under.
    """

    title: str = ""
    url: str = ""
    slug: str = ""
    guid: str = ""
    thread: str = ""
    kind: str = "post"

    @property
    def name(self) -> str:
        """Return what the author knows the post by."""
        return self.url or self.thread or self.guid or self.slug or self.title or "(no address)"


@dataclass(frozen=True, slots=True)
class Found:
    """One comment. `id` is unique within its export and begins with the export's kind; so is `parent`.

    `html` is sanitised, `date` knows its time zone. `state` is `KEPT`, or why the comment is left out: then
    the rest may be empty, and it stands here for the replies to it.
    """

    id: str
    source: Source
    parent: str = ""
    author: str = ""
    url: str = ""
    date: datetime | None = None
    html: str = ""
    state: str = KEPT


@dataclass(frozen=True, slots=True)
class Export:
    """All comments of one file. `notes` say what was mended in reading it."""

    file: Path
    kind: str
    comments: tuple[Found, ...]
    notes: tuple[str, ...] = ()
