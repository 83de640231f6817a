"""What a site's owner may set."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from byline.documents import KeyPath
from byline.problems import Problem
from byline.settings.mentions import Mentions
from byline.settings.newsletter import Newsletter
from byline.settings.publishing import Feeds, Podcast


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's owner may set below `plugins: - byline:`, with the defaults.

    `site_url`, `docs_dir` and `site_dir` are MkDocs' own. Paths are absolute once loaded; addresses are
    relative to the site's root, without slashes at the ends. `comments` are the settings of one provider, or
    of several.
    """

    posts_dir: Path = Path("posts")
    authors_file: Path = Path("posts/authors.yml")
    articles_path: str = "articles"
    authors_path: str = "authors"
    categories_path: str = "categories"
    tags_path: str = "tags"
    archive_path: str = "archive"
    checklists_path: str = "checklists"
    subscribe_path: str = "subscribe"
    pagination_per_page: int = 10
    words_per_minute: int = 265
    feed_length: int = 30
    feeds: Feeds = field(default_factory=Feeds)
    podcast: Podcast | None = None
    date_format: str = "long"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    look: str = "paper"
    comments: Mapping[str, Any] | tuple[Mapping[str, Any], ...] = field(default_factory=dict)
    mentions: Mentions = field(default_factory=Mentions)
    newsletter: Newsletter | None = None
    cache: bool = True
    search: str = "material"
    site_url: str = ""
    docs_dir: Path = Path("docs")
    site_dir: Path = Path("site")
    file: Path = Path("mkdocs.yml")
    lines: Mapping[KeyPath, int] = field(default_factory=dict, compare=False)

    def problem(self, wrong: str, mend: str, *key: str) -> Problem:
        """Return a problem that points at one of the plugin's options."""
        return option_problem(self.file, self.lines, wrong, mend, *key)


OPTIONS = tuple(
    option.name
    for option in fields(Settings)
    if option.name not in {"site_url", "docs_dir", "site_dir", "file", "lines"}
)


def option_problem(file: Path, lines: Mapping[KeyPath, int], wrong: str, mend: str, *key: str) -> Problem:
    """Return a problem that points at an option, or at the nearest one above it that has a line."""
    path: KeyPath = key
    while path and path not in lines:
        path = path[:-1]
    return Problem(file, lines.get(path, 1), wrong, mend)
