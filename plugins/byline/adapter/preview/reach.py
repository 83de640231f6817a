"""What of a site shows an article, besides its own pages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import material
import mkdocs
from mkdocs.structure.pages import Page

from byline.adapter.checklist_pages import ChecklistsPage, PlaybookPage, SheetPage
from byline.adapter.pages import ArticlePage, BylinePage, IntroPage, ListingPage, OverviewPage
from byline.adapter.preview.made import Made
from byline.adapter.theme import FOLDER
from byline.articles import Article
from byline.pages.article import MOST_COMPARED, neighbours, related

_TEMPLATES = {".html", ".xml", ".txt", ".j2"}
_WHOLE_SITE = re.compile(r"\b(byline|pages)\b")


class Reach:
    """The pages of a site by the articles they show."""

    def __init__(self, made: Made) -> None:
        self._made = made
        self.articles: dict[str, ArticlePage] = {}
        self.sheets: dict[str, SheetPage] = {}
        self._listings: dict[str, list[ListingPage | IntroPage]] = defaultdict(list)
        self._playbooks: dict[str, list[PlaybookPage]] = defaultdict(list)
        self._everywhere: list[Page] = []
        self._of_checklists: list[Page] = []
        for page in made.pages:
            self._place(page)

    def _place(self, page: Page) -> None:
        if isinstance(page, ArticlePage):
            self.articles[page.article.path] = page
        elif isinstance(page, SheetPage):
            self.sheets[page.article.path] = page
        elif isinstance(page, PlaybookPage):
            for article in page.playbook.articles:
                self._playbooks[article.path].append(page)
        elif isinstance(page, ChecklistsPage):
            self._of_checklists.append(page)
        elif isinstance(page, ListingPage | IntroPage):
            for article in page.listing.articles:
                self._listings[article.path].append(page)
        elif isinstance(page, OverviewPage) or not isinstance(page, BylinePage):
            self._everywhere.append(page)

    def put(self, old: Article, new: Article) -> None:
        """Let all pages that hold an article hold the new one."""

        def exchanged(articles: tuple[Article, ...]) -> tuple[Article, ...]:
            return tuple(new if article is old else article for article in articles)

        for page in self._listings[old.path]:
            page.listing = replace(page.listing, articles=exchanged(page.listing.articles))
        for playbook in self._playbooks[old.path]:
            playbook.playbook = replace(playbook.playbook, articles=exchanged(playbook.playbook.articles))

    def of_checklist(self, article: Article) -> Iterator[Page]:
        """Yield the pages that show an article's checklist, but for its own two."""
        yield from self._playbooks[article.path]
        if article.path in self.sheets:
            yield from self._of_checklists

    def of_entry(self, article: Article) -> Iterator[Page]:
        """Yield the pages that show an article's entry, but for its own two."""
        yield from self._listings[article.path]
        yield from self.of_checklist(article)
        for other in self._leading_to(article):
            yield self.articles[other.path]
        yield from self._everywhere

    def _leading_to(self, article: Article) -> Iterator[Article]:
        """Yield the articles that name this one below their text."""
        site = self._made.build.site
        yield from filter(None, neighbours(site, article))
        seen = {article.path}
        for names, topics in ((article.tags, site.tags), (article.categories, site.categories)):
            for name in names:
                members = topics[name.casefold()].articles
                if all(other.path != article.path for other in islice(members, MOST_COMPARED)):
                    continue
                for other in members:
                    if other.path not in seen:
                        seen.add(other.path)
                        if any(found.path == article.path for found in related(site, other)):
                            yield other


def overrides_reach_everywhere(made: Made) -> bool:
    """Say whether a template that is neither ours nor Material's may print any article on any page."""
    known = [FOLDER, Path(material.__file__).parent, Path(mkdocs.__file__).parent]
    for directory in map(Path, made.config.theme.dirs):
        if any(directory.is_relative_to(folder) for folder in known):
            continue
        for file in directory.rglob("*"):
            if file.suffix in _TEMPLATES and _WHOLE_SITE.search(file.read_text("utf-8", "replace")):
                return True
    return False
