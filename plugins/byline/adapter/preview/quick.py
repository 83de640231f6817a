"""One article made anew, within a site that is otherwise as it was."""

import logging
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from byline.adapter.checklist_files import article_texts, index_text
from byline.adapter.hearing import heard
from byline.adapter.preview.edits import Edit, Edits, WholeBuildNeededError
from byline.adapter.preview.made import Made
from byline.adapter.preview.reach import Reach, overrides_reach_everywhere
from byline.adapter.preview.rest import PAGES, SEARCH, TEXTS, WHOLE, Rest
from byline.articles import Article
from byline.pages import with_entry

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


class Quick:
    """Shows new texts of articles. `rest` is what remains to be done afterwards, `others` are the addresses
    of the pages that it changed; `whole` builds the whole site.
    """

    def __init__(self, made: Made, whole: Callable[[], None]) -> None:
        self._made, self._build = made, made.build
        self._reach = Reach(made)
        self._overrides = overrides_reach_everywhere(made)
        self._whole = whole
        self._edits = Edits(made)
        self.rest = Rest()
        self.others: set[str] = set()

    def show(self, paths: Iterable[Path]) -> set[str]:
        """Make the pages of changed articles anew; return their addresses.

        Raises `WholeBuildNeededError`, before anything is changed, where that would not do, and what else
        stands in the way, with everything as it was.
        """
        return {address for edit in self._edits.read(paths) for address in self._show(edit)}

    def _show(self, edit: Edit) -> set[str]:
        """Make an article's page, and that of its checklist, anew; return their addresses."""
        build, article, path = self._build, edit.article, edit.article.path
        page, old = self._reach.articles[path], build.site.articles[build.site.positions[path]]
        before = (build.site, build.view, build.rendered[path], build.checklists.get(path), dict(vars(page)))
        anchors = page.present_anchor_ids or set()
        try:
            with heard(logging.WARNING) as said:
                build.go_on(edit.site)
                for warning in edit.warnings:
                    log.warning("%s", warning)
                page.article = article
                vars(page).pop("source", None)
                self._made.convert(page)
                build.see(with_entry(build.site, before[1], build.rendered[path], language=build.language))
                self._made.write(page, converted=True)
                if sheet := self._reach.sheets.get(path):
                    sheet.article = article
                    self._made.write(sheet)
        except Exception:
            site, view, build.rendered[path], checklist, variables = before
            build.go_on(site)
            build.see(view)
            if checklist:
                build.checklists[path] = checklist
            vars(page).clear()
            vars(page).update(variables)
            raise
        if self._made.config.strict and said:
            raise WholeBuildNeededError
        self._reach.put(old, article)
        self._plan(article, view=before[1], checklist=before[3], anchors=anchors)
        return {page.url, sheet.url} if sheet else {page.url}

    def _plan(self, article: Article, *, view: Any, checklist: Any, anchors: set[str]) -> None:
        """Note what else shows what is new of an article."""
        build, made, rest = self._build, self._made, self.rest
        entry_changed = build.view is not view
        checklist_changed = build.checklists.get(article.path) != checklist
        if entry_changed and self._overrides:
            rest.add(WHOLE, "whole", self._whole)
            return
        if entry_changed:
            self._write_pages(("entry", article.path), self._reach.of_entry(article))
        elif checklist_changed:
            self._write_pages(("checklist", article.path), self._reach.of_checklist(article))
        rest.add(TEXTS, ("feeds", article.path), lambda: self._write_texts(made.feeds.texts_with(article)))
        if checklist_changed:
            name = made.config.site_name
            rest.add(
                TEXTS,
                article.path,
                lambda: self._write_texts(article_texts(build, article, provider=name)),
            )
            rest.add(TEXTS, "index", lambda: self._write_texts([index_text(build)]))
        rest.add(TEXTS, ("anchors", article.path), lambda: self._check_anchors(article.path, anchors))
        if search := made.search:
            rest.add(SEARCH, "search", lambda: search.write(Path(made.config.site_dir)))

    def _write_pages(self, name: Hashable, pages: Iterator[Page]) -> None:
        """Have pages made anew, one after the other: a save that comes meanwhile goes first."""

        def write_one() -> None:
            if page := next(pages, None):
                if self._made.write(page):
                    self.others.add(page.url)
                self.rest.add(PAGES, name, write_one)

        self.rest.add(PAGES, name, write_one)

    def _write_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        for path, text in texts:
            self._made.write_text(path, text)

    def _check_anchors(self, path: str, before: set[str]) -> None:
        """Warn of links to headings that are not there, in this article and, where some went, to it."""
        made, page = self._made, self._reach.articles[path]
        level = made.config.validation.links.anchors
        page.validate_anchor_links(files=made.files, log_level=level)
        if before - (page.present_anchor_ids or set()):
            for other in made.pages:
                if other is not page and page.file in (other.links_to_anchors or {}):
                    other.validate_anchor_links(files=made.files, log_level=level)
