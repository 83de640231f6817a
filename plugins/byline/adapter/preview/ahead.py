"""The pages of articles that were saved, shown before the site that they change is built."""

import logging
import os
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from byline.adapter.checklist_pages import SheetPage
from byline.adapter.collection import collect_as_usual, collect_seldom
from byline.adapter.files import add_files
from byline.adapter.pages import ArticlePage
from byline.adapter.preview.edits import MOST_AT_ONCE
from byline.adapter.preview.made import Made
from byline.cache import Cache, open_cache
from byline.pages import describe_site
from byline.problems import ContentError
from byline.site import Site


class Ahead:
    """Puts the new pages of articles into the site that is served. What stands round them, such as the
    navigation, is the old one: a build of the whole site has to follow. `undo` is for when that fails.
    """

    def __init__(self, made: Made) -> None:
        self._made = made
        self._before: dict[Path, bytes | None] = {}

    def show(self, paths: Set[Path]) -> set[str]:
        """Make the pages of saved articles; return their addresses, none where only a whole build will do.

        Raises `Abort` with all that is wrong with the content; everything stays as it was.
        """
        if not self._are_articles(paths):
            return set()
        collect_seldom()
        try:
            with _silence():
                return self._show(self._read(), paths)
        except ContentError as error:
            raise Abort("\n".join(str(problem) for problem in error.problems)) from error
        except Exception:
            self.undo()
            return set()
        finally:
            collect_as_usual()

    def undo(self) -> None:
        """Put the pages from before in their places again."""
        for place, data in self._before.items():
            if data is None:
                place.unlink(missing_ok=True)
            else:
                place.with_name(f"{place.name}.new").write_bytes(data)
                place.with_name(f"{place.name}.new").replace(place)
        self._before.clear()

    def _are_articles(self, paths: Set[Path]) -> bool:
        """Say whether a few articles alone were saved. Without a cache, reading all others takes as long."""
        folder = self._made.build.site.settings.posts_dir.absolute()
        articles = all(path.suffix == ".md" and path.absolute().is_relative_to(folder) for path in paths)
        few = articles and len(paths) <= MOST_AT_ONCE and any(path.is_file() for path in paths)
        return few and self._made.build.cache.folder is not None

    def _read(self) -> Site:
        """Read and check all content; the whole build will find in the cache what was new of it."""
        folder = self._made.build.cache.folder
        cache = open_cache(folder.parent) if folder else Cache()
        try:
            return self._made.begin(cache).site
        finally:
            cache.close(complete=False)

    def _show(self, site: Site, paths: Set[Path]) -> set[str]:
        made, build = self._made, self._made.build
        known = {article.path: article.text for article in build.site.articles}
        saved = {os.path.abspath(path) for path in paths}  # noqa: PTH100 - links stay what they are
        new = {
            article.path
            for article in site.articles
            if known.get(article.path) != article.text and os.path.abspath(article.file) in saved  # noqa: PTH100
        }
        pages = list(self._pages(site, new)) if new else []
        build.go_on(site)
        for page in pages:
            if page.article.path not in site.checklists:
                build.checklists.pop(page.article.path, None)
            made.convert(page)
        if pages:
            build.see(describe_site(site, build.rendered, language=build.language))
        for page in pages:
            place = Path(page.file.abs_dest_path)
            self._before[place] = place.read_bytes() if place.is_file() else None
            made.write(page)
        return {page.url for page in pages}

    def _pages(self, site: Site, paths: set[str]) -> Iterator[ArticlePage | SheetPage]:
        """Make the pages of articles and of their checklists, each where the old one stood."""
        files = Files([])
        add_files(files, self._made.config, site)
        old = {page.file.src_uri: page for page in self._made.pages}
        for file in files:
            page = file.page
            if isinstance(page, ArticlePage | SheetPage) and page.article.path in paths:
                if before := old.get(file.src_uri):
                    page.parent = before.parent
                    page.previous_page, page.next_page = before.previous_page, before.next_page
                yield page


@contextmanager
def _silence() -> Iterator[None]:
    """Leave it to the whole build to say what there is to say of the articles."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
