"""What the last full build left: enough to make any page of it anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from byline.adapter.build import Build
from byline.adapter.feed_texts import Feeds
from byline.adapter.search import Search
from byline.cache import Cache


@dataclass(frozen=True)
class Made:
    """A site as it was built, with all that MkDocs knew of it. `begin` reads and checks its content again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    build: Build
    search: Search | None
    feeds: Feeds
    begin: Callable[[Cache], Build]

    @cached_property
    def documents(self) -> list[File]:
        """Return the files of all pages."""
        return list(self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve))

    @cached_property
    def pages(self) -> list[Page]:
        """Return all pages."""
        return [file.page for file in self.documents if file.page]

    def convert(self, page: Page) -> None:
        """Read a page and convert it, with the events of all plugins."""
        _populate_page(page, self.config, self.files)

    def write(self, page: Page, *, converted: bool = False) -> bool:
        """Make a page's file anew, in one step; return whether it changed. `converted`: the page is new."""
        place = page.file.abs_dest_path
        page.file.abs_dest_path = f"{place}.new"
        try:
            if converted:
                _build_page(page, self.config, self.documents, self.nav, self.env)
            else:
                with self._unheard_by_search():
                    _build_page(page, self.config, self.documents, self.nav, self.env)
        finally:
            page.file.abs_dest_path = place
        return put_in_place(Path(f"{place}.new"), Path(place))

    def write_text(self, path: str, text: str) -> None:
        """Write a file that the build writes itself, such as a feed."""
        if file := self.files.get_file_from_path(path):
            file.content_string = text
            place = Path(file.abs_dest_path)
            new = place.with_name(f"{place.name}.new")
            new.write_bytes(file.content_bytes)
            put_in_place(new, place)

    @contextmanager
    def _unheard_by_search(self) -> Iterator[None]:
        """Keep a page whose content is as it was from Material's search, which took marks out of it."""
        plugin: Any = self.config.plugins.get("material/search") or self.config.plugins.get("search")
        if not self.search:
            yield
            return
        plugin.search_index = _Deaf()
        try:
            yield
        finally:
            plugin.search_index = self.search.index


class _Deaf:
    def add_entry_from_context(self, page: Page) -> None:
        pass


def put_in_place(new: Path, place: Path) -> bool:
    """Put a file in the place of another one; return whether it says anything else."""
    if not new.is_file():
        return False
    if place.is_file() and place.read_bytes() == new.read_bytes():
        new.unlink()
        return False
    new.replace(place)
    return True
