"""One article made anew, within a site that is otherwise as it was."""

import logging
import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from byline.adapter.checklist_files import article_texts, index_text
from byline.adapter.hearing import heard
from byline.adapter.preview.made import Made
from byline.adapter.preview.reach import Reach, overrides_reach_everywhere
from byline.adapter.preview.rest import PAGES, SEARCH, TEXTS, WHOLE, Rest
from byline.articles import Article, is_media, mentions, parse_article
from byline.comments import ARCHIVES
from byline.documents import read_text, split_front_matter, unreadable
from byline.pages import with_entry
from byline.problems import ContentError, Problem
from byline.site import Site, moment_of, with_text

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")

MOST_AT_ONCE = 8
"""More articles than these are made anew with the whole site."""


class WholeBuildNeededError(Exception):
    """More than the text of a few articles changed."""


class Quick:
    """Shows new texts of articles. `rest` is what remains to be done afterwards, `others` are the addresses
    of the pages that it changed; `whole` builds the whole site.
    """

    def __init__(self, made: Made, whole: Callable[[], None]) -> None:
        self._made, self._build = made, made.build
        self._reach = Reach(made)
        self._overrides = overrides_reach_everywhere(made)
        self._whole = whole
        self._articles = {_absolute(article.file): article.path for article in self._build.site.articles}
        self.rest = Rest()
        self.others: set[str] = set()

    def show(self, paths: Iterable[Path]) -> set[str]:
        """Make the pages of changed articles anew; return their addresses.

        Raises `WholeBuildNeededError`, before anything is changed, where that would not do, and what else
        stands in the way, with everything as it was.
        """
        edits = [edit for path in sorted(paths) if (edit := self._read(path))]
        if len(edits) > MOST_AT_ONCE or self._dates_came():
            raise WholeBuildNeededError
        prepared, site = [], self._build.site
        for article in edits:
            site, warnings = self._checked(site, article)
            prepared.append((article, site, warnings))
        return {address for edit in prepared for address in self._show(*edit)}

    def _read(self, path: Path) -> Article | None:
        """Return the article that a file holds now; None where nothing is new."""
        name = _absolute(path)
        if name not in self._articles:
            if path.exists() or self._was_there(name) or name.endswith(ARCHIVES):
                raise WholeBuildNeededError
            return None
        old = self._article(self._articles[name])
        try:
            text = read_text(old.file)
            if text == old.text:
                return None
            new = parse_article(text, old.file, path=old.path, zone=self._build.site.settings.timezone)
        except FileNotFoundError as error:
            raise WholeBuildNeededError from error
        except ContentError as error:
            raise Abort("\n".join(str(problem) for problem in error.problems)) from error
        except OSError as error:
            raise Abort(str(unreadable(old.file, error))) from error
        same_head = split_front_matter(text).yaml == split_front_matter(old.text).yaml
        if not same_head or replace(new, body=old.body, head=old.head, body_line=old.body_line) != old:
            raise WholeBuildNeededError
        return new

    def _was_there(self, name: str) -> bool:
        """Say whether the last build knew a file, or anything below a folder, that is gone."""
        sources = {file.abs_src_path for file in self._made.files if file.abs_src_path}
        settings = self._build.site.settings
        sources |= {*self._articles, _absolute(settings.authors_file), _absolute(settings.file)}
        return any(source == name or source.startswith(name + os.sep) for source in sources)

    def _dates_came(self) -> bool:
        """Say whether an article is due since the last build."""
        site = self._build.site
        now = moment_of(os.environ, site.settings)
        return any(article.date and site.now < article.date <= now for article in site.articles)

    def _article(self, path: str) -> Article:
        site = self._build.site
        return site.articles[site.positions[path]]

    def _checked(self, site: Site, article: Article) -> tuple[Site, list[Problem]]:
        """Put an article into the site, which must have no more and no fewer files with it."""
        folder = site.settings.posts_dir
        others = mentions(article) ^ mentions(self._article(article.path))
        if any(is_media(folder, path) for path in others):
            raise WholeBuildNeededError
        edited, problems = with_text(site, article)
        wrong = [str(problem) for problem in problems if not problem.warning]
        if wrong:
            raise Abort("\n".join(wrong))
        old, new = site.checklists.get(article.path), edited.checklists.get(article.path)
        if (old is None) != (new is None) or (old and new and old.heading != new.heading):
            raise WholeBuildNeededError
        return edited, problems

    def _show(self, article: Article, site: Site, warnings: Iterable[Problem]) -> set[str]:
        """Make an article's page, and that of its checklist, anew; return their addresses."""
        build, path = self._build, article.path
        page, old = self._reach.articles[path], self._article(path)
        before = (build.site, build.view, build.rendered[path], build.checklists.get(path), dict(vars(page)))
        anchors = page.present_anchor_ids or set()
        try:
            with heard(logging.WARNING) as said:
                build.go_on(site)
                for warning in warnings:
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


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - links stay what they are
