"""What Byline adds to the context of each page's template."""

from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from byline.adapter.build import Build
from byline.adapter.checklist_context import checklist_context
from byline.adapter.comment_feeds import comment_link
from byline.adapter.pages import ArticlePage, IntroPage, ListingPage, OverviewPage
from byline.adapter.subscribe_pages import SubscribePage
from byline.articles import Article
from byline.feeds import enclosure_of, feed_links
from byline.pages import (
    article_data,
    author_data,
    checklist_list,
    describe_article,
    describe_subscribe,
    json_ld,
    listing_feed,
    words_for,
)


def site_context(build: Build, config: MkDocsConfig) -> dict[str, Any]:
    """Return the names that every template may use, also those of no page, such as 404.html."""
    return {"byline": build.view, "feed_links": feed_links(build.site, "", config.site_name)}


def page_context(build: Build, page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return the names that a page's template may use: `byline` on every page, and its own."""
    context: dict[str, Any] = site_context(build, config)
    if isinstance(page, ArticlePage):
        context |= _article_context(build, page.article, config)
    elif isinstance(page, ListingPage | IntroPage):
        context |= _listing_context(build, page, config)
    elif isinstance(page, OverviewPage):
        context["overview"] = page.overview
    elif isinstance(page, SubscribePage):
        context["subscribe"] = describe_subscribe(build.site, title=config.site_name)
    return context | checklist_context(build, page)


def _article_context(build: Build, article: Article, config: MkDocsConfig) -> dict[str, Any]:
    rendered = build.rendered[article.path]
    data = article_data(build.site, rendered, language=build.language, publisher=config.site_name)
    context: dict[str, Any] = {
        "article": describe_article(build.site, build.view, article, language=build.language),
        "json_ld": json_ld(data),
    }
    if talk := comment_link(build, article):
        context["comment_feed"] = talk
    if sound := enclosure_of(build.site, article):
        context["audio"] = replace(sound, url=sound.url.removeprefix(build.site.url))
    if checklist := build.checklists.get(article.path):
        context["checklist"] = checklist
        context["oembed"] = build.site.url + checklist.oembed_url
        context["checklist_ld"] = json_ld(checklist_list(build.site, checklist))
    return context


def _listing_context(build: Build, page: ListingPage | IntroPage, config: MkDocsConfig) -> dict[str, Any]:
    listing = page.listing
    context: dict[str, Any] = {
        "listing": listing,
        "entries": build.view.among(listing.articles),
        "words": words_for(build.language),
        "own_feed": listing_feed(listing),
    }
    if context["own_feed"]:
        path = listing.path.removesuffix(f"/page/{listing.number}")
        context["own_feed_links"] = feed_links(build.site, path, f"{listing.title} – {config.site_name}")
    if listing.author:
        context["author"] = build.view.authors[listing.author.id]
        context["json_ld"] = json_ld(author_data(build.site, listing.author))
    return context
