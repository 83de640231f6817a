"""What Byline adds to the context of each page's template."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from byline.adapter.build import Build
from byline.adapter.pages import ArticlePage, IntroPage, ListingPage, OverviewPage
from byline.articles import Article
from byline.comments import Embed, Thread
from byline.pages import article_data, author_data, describe_article, json_ld


def page_context(build: Build, page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return the names that a page's template may use: `byline` on every page, and its own."""
    context: dict[str, Any] = {"byline": build.view}
    if isinstance(page, ArticlePage):
        context |= _article_context(build, page.article, config)
    elif isinstance(page, ListingPage | IntroPage):
        context |= _listing_context(build, page)
    elif isinstance(page, OverviewPage):
        context["overview"] = page.overview
    return context


def _article_context(build: Build, article: Article, config: MkDocsConfig) -> dict[str, Any]:
    rendered = build.rendered[article.path]
    data = article_data(build.site, rendered, language=build.language, publisher=config.site_name)
    return {
        "article": describe_article(build.site, build.view, article, _comments(build, article)),
        "checklist": build.checklists.get(article.path),
        "json_ld": json_ld(data),
    }


def _listing_context(build: Build, page: ListingPage | IntroPage) -> dict[str, Any]:
    listing = page.listing
    context: dict[str, Any] = {"listing": listing, "entries": build.view.among(listing.articles)}
    if listing.author:
        context["author"] = build.view.authors[listing.author.id]
        context["json_ld"] = json_ld(author_data(build.site, listing.author))
    return context


def _comments(build: Build, article: Article) -> tuple[Embed, ...]:
    if not article.comments or not article.published(build.site.now):
        return ()
    address = build.site.address(build.site.path(article))
    thread = Thread(article.id or f"/{article.slug}", article.title, build.site.url + address)
    return tuple(provider.embed(thread) for provider in build.site.providers)
