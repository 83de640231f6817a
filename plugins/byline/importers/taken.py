"""Which addresses and files are free: posts must not share any."""

from datetime import date
from pathlib import Path

from byline.importers.surroundings import Surroundings


class Taken:
    """The addresses and files that posts have, those of this import included."""

    def __init__(self, site: Surroundings) -> None:
        self._slugs = {post.slug.casefold() for post in site.posts}
        self._files = {_below(post.file, site.posts_dir).casefold() for post in site.posts}
        self._left_overs = site.left_overs

    def take(self, slug: str, day: date | None) -> tuple[str, str]:
        """Take a slug and a file name that no other post has: the ones wanted, else numbered from 2."""
        base, number = slug, 2
        before = f"{day.isoformat()}-" if day else ""
        while self._has(slug, f"{before}{slug}.md"):
            slug, number = f"{base}-{number}", number + 1
        self._slugs.add(slug.casefold())
        self._files.add(f"{before}{slug}.md".casefold())
        return slug, f"{before}{slug}.md"

    def left_overs(self, stem: str) -> str:
        """Return a free name for what was dropped from a post; posts differ, so do these names."""
        name, number = f"{stem}.dropped.txt", 2
        while name in self._left_overs:
            name, number = f"{stem}-{number}.dropped.txt", number + 1
        self._left_overs |= {name}
        return name

    def _has(self, slug: str, file: str) -> bool:
        return slug.casefold() in self._slugs or file.casefold() in self._files


def _below(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
