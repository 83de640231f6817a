"""What an import finds in a site: its posts, its authors, and the text of the author file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from byline.authors import Author, load_authors
from byline.documents import read_text
from byline.importers.posts import Post, read_posts
from byline.settings import Settings

LEFT_OVERS = ".imported"
"""The folder below the posts that keeps what imports dropped; a site does not read it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there before an import. `left_overs` are the names of files in the folder of that name."""

    posts_dir: Path
    posts: Sequence[Post] = ()
    authors: Mapping[str, Author] = field(default_factory=dict)
    authors_text: str = ""
    left_overs: frozenset[str] = frozenset()


def read_surroundings(settings: Settings) -> Surroundings:
    """Read what an import has to know of a site. Raises `ContentError` on a bad author file."""
    folder, authors_file = settings.posts_dir, settings.authors_file
    kept = folder / LEFT_OVERS
    return Surroundings(
        posts_dir=folder,
        posts=read_posts(folder),
        authors=load_authors(authors_file),
        authors_text=read_text(authors_file) if authors_file.is_file() else "",
        left_overs=frozenset(file.name for file in kept.iterdir()) if kept.is_dir() else frozenset(),
    )
