"""The feed of a whole site, from its articles as rendered."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from byline.articles import Article, RenderedArticle
from byline.feeds.boxes import FeedBox
from byline.feeds.characters import xml_text
from byline.feeds.content import feed_content
from byline.feeds.feed import Entry, Feed, Person
from byline.site import Site


def site_feed(
    site: Site,
    rendered: Mapping[str, RenderedArticle],
    *,
    title: str,
    description: str,
    language: str,
    boxes: Mapping[str, FeedBox] = MappingProxyType({}),
) -> Feed:
    """Make the feed of a site's newest articles.

    `rendered` holds each article's HTML by its path, `boxes` what stands below those with a checklist.
    """
    newest = site.articles[: site.settings.feed_length]
    return Feed(
        id=site.url,
        url=site.url,
        title=title,
        description=description or title,
        language=language,
        entries=tuple(
            _entry(site, rendered[article.path], boxes.get(article.path))
            for article in newest
            if article.date
        ),
    )


def permanent_id(site: Site, article: Article) -> str:
    """Return the id that an entry keeps: the front matter's `id`, else a tag URI (RFC 4151)."""
    if article.id:
        return article.id
    day = f"{article.date:%Y-%m-%d}" if article.date else "1970-01-01"
    return f"tag:{urlsplit(site.url).hostname or 'localhost'},{day}:{article.slug}"


def _entry(site: Site, rendered: RenderedArticle, box: FeedBox | None) -> Entry:
    article = rendered.article
    if article.date is None:
        raise ValueError(f"{article.path} has no date")
    url = site.absolute(site.path(article))
    content = feed_content(rendered.html, url)
    authors = (site.authors[author_id] for author_id in article.authors)
    return Entry(
        id=permanent_id(site, article),
        url=url,
        title=article.title,
        summary=rendered.summary,
        content=f"{content}\n{xml_text(box.html())}" if box else content,
        published=article.date,
        updated=article.updated or article.date,
        authors=tuple(Person(author.name, site.absolute(site.author_path(author))) for author in authors),
        categories=(*article.categories, *article.tags),
    )
