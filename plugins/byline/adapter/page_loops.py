"""MkDocs' two loops over all pages, the reading one and the building one, without pages they need not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from byline.adapter.pages import GeneratedPage
from byline.adapter.rendering import Rendering, strangers
from byline.adapter.search import Search

Inclusion = Callable[[Any], bool]
Rest = Callable[[Sequence[File]], list[File]]
_OURS = ("byline.", "material.plugins.search.")
_READING = ("pre_page", "page_read_source", "page_markdown", "page_content")
_BUILDING = ("page_context", "post_page")


class SiteFiles(Files):
    """The files of a site. MkDocs' loops over its pages are the calls that name an inclusion.

    `rest` returns which pages the next of these loops still has to see.
    """

    rest: Rest | None = None

    def documentation_pages(self, *, inclusion: Inclusion | None = None) -> Sequence[File]:
        """Return the pages, in their order."""
        if inclusion is None:
            return super().documentation_pages()
        pages, rest, self.rest = super().documentation_pages(inclusion=inclusion), self.rest, None
        return _Pages(pages, rest(pages)) if rest else pages


class _Pages(list[File]):
    """All pages; who goes through them first sees the rest only, whoever comes later sees all."""

    def __init__(self, pages: Sequence[File], rest: list[File]) -> None:
        super().__init__(pages)
        self._rest: list[File] | None = rest

    def __iter__(self) -> Iterator[File]:
        rest, self._rest = self._rest, None
        return super().__iter__() if rest is None else iter(rest)


def read_less(files: Files, config: MkDocsConfig) -> None:
    """Let MkDocs read only pages with a text of their own, where no other plugin wants to see the others."""
    if isinstance(files, SiteFiles) and not any(strangers(config, event, _OURS) for event in _READING):
        files.rest = lambda pages: [file for file in pages if not _is_read(file, config, files)]


def build_less(files: Files, config: MkDocsConfig, rendering: Rendering, search: Search | None) -> None:
    """Let MkDocs build only pages that do not stand, where no other plugin wants to see the others."""
    if not isinstance(files, SiteFiles) or any(strangers(config, event, _OURS) for event in _BUILDING):
        return

    def rest(pages: Sequence[File]) -> list[File]:
        if search:
            search.index.expect(file.src_uri for file in pages)
        return [file for file in pages if not (file.page and _stands(file.page, rendering, search))]

    files.rest = rest


def _is_read(file: File, config: MkDocsConfig, files: Files) -> bool:
    if not isinstance(file.page, GeneratedPage):
        return False
    file.page.read_source(config)
    file.page.render(config, files)
    return True


def _stands(page: Page, rendering: Rendering, search: Search | None) -> bool:
    """Put a page in its place, and into the search, if it stands; say whether it does."""
    if search and not search.is_all_told(page):
        return False
    stands = rendering.leave_out(page)
    if stands and search:
        search.index.add_entry_from_context(page)
    return stands
