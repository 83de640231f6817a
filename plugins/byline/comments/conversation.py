"""What was said about an article: archived comments, and what other sites said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

KINDS = ("comment", "mention", "like", "repost")
"""A comment or a reply; a page elsewhere that names the article; a sign of liking; a post passed on."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `author` is plain text, `url` the author's own page or empty, `html` is safe to print.

    `id` is unique below its article and makes its address (`#comment-…`). `source` is the address of the
    original where it was written elsewhere. `answers` is the id of what it replies to, where that does not
    stand right above it.
    """

    id: str
    author: str
    html: str
    text: str
    date: datetime | None = None
    url: str = ""
    source: str = ""
    kind: str = "comment"
    replies: tuple["Comment", ...] = ()
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that was said about one article: threads, the oldest first; likes and reposts apart."""

    threads: tuple[Comment, ...] = ()
    signs: tuple[Comment, ...] = ()

    @property
    def count(self) -> int:
        """Return how many comments, replies and mentions there are."""
        return sum(1 for _ in self.walk())

    def walk(self) -> Iterator[Comment]:
        """Yield every comment, each before its replies."""
        waiting = list(reversed(self.threads))
        while waiting:
            comment = waiting.pop()
            yield comment
            waiting += reversed(comment.replies)
