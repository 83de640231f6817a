"""Pages that stand as an earlier build printed them, told before it is worked out what they print."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from byline.adapter.build import Build
from byline.adapter.checklist_pages import ChecklistsPage, MyPlaybookPage, PlaybookPage, SheetPage
from byline.adapter.pages import ArticlePage, ListingPage, OverviewPage
from byline.adapter.rendering import Rendering, strangers
from byline.adapter.rendering.chrome import GLOBAL
from byline.adapter.rendering.facts import Facts
from byline.adapter.subscribe_pages import SubscribePage
from byline.articles import Article
from byline.cache import UndigestibleError, digest
from byline.feeds import enclosure_of, feed_links
from byline.pages import words_for
from byline.site import is_closed

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")

_TOLD = GLOBAL | {"base_url", "extra_css", "extra_javascript"}
"""What MkDocs gives each template, and the configuration and the page's address tell."""
_WITHOUT_OWN = ListingPage, OverviewPage, MyPlaybookPage, SubscribePage
"""Pages of which nothing but their address tells them apart."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Says under which key a page stands: a digest of all that its template's values are worked out from.

    Of articles that is what their HTML was made of, and what was said of them; of playbooks, the same of all
    their articles; of the page of all checklists, what those say; of listings and the like, nothing.
    Pages of the navigation tell what they print of the pages around them. `base` tells the rest: the
    configuration, and of the other articles what `SiteView` has. Nothing else that a page prints comes from
    the text of another article.
    """

    build: Build
    facts: Facts
    base: str
    _articles: dict[str, str] = field(default_factory=dict)

    def key(self, context: Mapping[str, Any], page: Page) -> str | None:
        """Return the key of a page; None for one of which that is not known.

        `context` is what other plugins gave its template.
        """
        try:
            own = self._own(page)
            if own is None:
                return None
            given = {name: value for name, value in context.items() if name not in _TOLD}
            parts = [type(page).__qualname__, page.title, page.url, page.meta, own]
            if page.parent or page.previous_page or page.next_page:
                *_, around = self.facts.page(page)
                parts.append(self.facts.digest(around))
            return digest(self.base, *parts, self.facts.digest(given) if given else "")
        except UndigestibleError:
            return None

    def _own(self, page: Page) -> Any:
        if isinstance(page, ArticlePage):
            return [self._article(page.article), _outline(page.toc), page.said]
        if isinstance(page, SheetPage):
            return self._article(page.article)
        if isinstance(page, PlaybookPage):
            return [page.playbook.path, *map(self._article, page.playbook.articles)]
        if isinstance(page, ChecklistsPage):
            return [self.build.checklists.told(article.path) for article in self.build.site.articles]
        return page.url if isinstance(page, _WITHOUT_OWN) else None

    def _article(self, article: Article) -> str:
        """Return the digest of what is an article's own; its page asks for it, and its checklist's."""
        if article.path not in self._articles:
            site = self.build.site
            self._articles[article.path] = digest(
                self.build.sources[article.path],
                site.conversations.get(article.path),
                is_closed(site, article),
                enclosure_of(site, article),
            )
        return self._articles[article.path]


def begin_standing(build: Build, rendering: Rendering, config: MkDocsConfig) -> Standing | None:
    """Tell what all pages depend on; None where another plugin may change what a page prints."""
    base = rendering.keeping.base
    if base is None or any(strangers(config, event) for event in config.plugins.events):
        return None
    rendering.keeping.site, site = build.view, build.site
    for value in _on_most_pages(build, config):
        rendering.facts.know(value)
    try:
        return Standing(
            build,
            rendering.facts,
            digest(
                base,
                build.language,
                replace(site.settings, site_dir=Path()),
                (site.url, site.directory_urls, site.sources, site.comments),
                (site.authors, bool(site.conversations), sorted(site.checklists)),
                [_place(article) for article in site.articles],
                rendering.facts.digest(build.view),
            ),
        )
    except UndigestibleError as error:
        log.debug("no page is known at first sight: %s", error)
        return None


def _on_most_pages(build: Build, config: MkDocsConfig) -> Iterator[object]:
    """Yield what is worked out once and handed to many templates."""
    yield feed_links(build.site, "", config.site_name)
    yield words_for(build.language)
    for language in {checklist.language for checklist in build.site.checklists.values()}:
        yield words_for(language, build.language)


def _place(article: Article) -> list[Any]:
    """Return what decides where an article stands among others."""
    when = article.date, article.updated
    return [article.path, article.slug, when, article.authors, article.categories, article.tags, article.pin]


def _outline(links: Iterable[AnchorLink]) -> list[Any]:
    return [(link.title, link.id, link.level, _outline(link.children)) for link in links]
