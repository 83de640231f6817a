"""An article as its file says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from byline.articles.audio import Audio
from byline.articles.comment_options import CommentOptions
from byline.problems import Problem


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Texts are plain (never markup) but for `body`, the author's own Markdown.

    `path` is the file below the posts folder with `/`; `date` and `updated` know their time zone;
    a draft may lack its date. `lines` gives the line of each front-matter key, `body_line` the one on
    which `body` begins. `head` is all that stands above it.
    """

    file: Path
    path: str
    title: str
    slug: str
    body: str
    head: str
    body_line: int = 1
    date: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    description: str = ""
    cover: str = ""
    audio: Audio | None = None
    draft: bool = False
    pin: bool = False
    readtime: int | None = None
    id: str = ""
    comments: CommentOptions = field(default_factory=CommentOptions)
    checklist: bool = True
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def text(self) -> str:
        """Return the whole file as stored, which offsets of tips count in."""
        return self.head + self.body

    def problem(self, key: str, wrong: str, mend: str, *, warning: bool = False) -> Problem:
        """Return a problem that points at a front-matter key of this article."""
        return Problem(self.file, self.lines.get(key, 1), wrong, mend, warning)

    def published(self, now: datetime) -> bool:
        """Say whether readers may see this article at `now`: it is no draft and its date has come."""
        return not self.draft and self.date is not None and self.date <= now
