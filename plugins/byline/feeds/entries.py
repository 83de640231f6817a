"""An article as an entry of a feed."""

import posixpath
from collections.abc import Mapping
from datetime import UTC, datetime
from mimetypes import guess_type
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byline.articles import Article, RenderedArticle
from byline.authors import Author
from byline.feeds.channels import full_address
from byline.feeds.discussions import discussion_of
from byline.feeds.enclosures import enclosure_of
from byline.feeds.feed import Entry, Person, Picture
from byline.site import Site

PICTURES = {".webp": "image/webp", ".avif": "image/avif", ".svg": "image/svg+xml"}
"""Types that not every Python tells."""


def people_of(site: Site) -> dict[str, Person]:
    """Return all authors as feeds name them, by their ids."""
    return {author.id: _person(site, author) for author in site.published_authors}


def entry_of(site: Site, rendered: RenderedArticle, people: Mapping[str, Person]) -> Entry:
    """Return the entry of an article, without its text; `people` are the authors.

    Raises ValueError for an article without a date.
    """
    article = rendered.article
    if article.date is None:
        raise ValueError(f"{article.path} has no date")
    url = site.absolute(site.path(article))
    sound = enclosure_of(site, article)
    return Entry(
        id=permanent_id(site, article),
        url=url,
        title=article.title,
        summary=rendered.summary,
        content="",
        published=in_zone(article.date, site.settings.timezone),
        updated=in_zone(article.updated or article.date, site.settings.timezone),
        authors=tuple(people[author_id] for author_id in article.authors),
        categories=tuple(dict.fromkeys((*article.categories, *article.tags))),
        picture=_picture(site, article),
        enclosures=(sound,) if sound else (),
        discussion=discussion_of(site, article),
    )


def permanent_id(site: Site, article: Article) -> str:
    """Return the id that an entry keeps: the front matter's `id`, else a tag URI (RFC 4151)."""
    if article.id:
        return article.id
    day = f"{article.date:%Y-%m-%d}" if article.date else "1970-01-01"
    return f"tag:{urlsplit(site.url).hostname or 'localhost'},{day}:{article.slug}"


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment in the site's zone; in UTC where the zone was not yet whole minutes from it.

    Dates in feeds know no seconds there (RFC 822, section 5; RFC 3339, section 5.6).
    """
    local = moment.astimezone(zone)
    offset = local.utcoffset()
    return moment.astimezone(UTC) if offset is None or offset.total_seconds() % 60 else local


def _person(site: Site, author: Author) -> Person:
    avatar = site.media_url(author.avatar)
    return Person(
        author.name, site.absolute(site.author_path(author)), full_address(site, avatar) if avatar else ""
    )


def _picture(site: Site, article: Article) -> Picture | None:
    if not article.cover:
        return None
    link = site.media_url(article.cover, posixpath.dirname(article.path))
    ending = posixpath.splitext(urlsplit(link).path)[1].lower()
    kind = PICTURES.get(ending) or guess_type(f"x{ending}")[0] or ""
    return Picture(full_address(site, link), kind if kind.startswith("image/") else "")
