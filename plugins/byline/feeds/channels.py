"""Which feeds a site has: its own, and one for each category, tag and author."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from byline.articles import Article
from byline.feeds.feed import Picture
from byline.feeds.formats import FORMATS, LABELS
from byline.feeds.opml import Subscription
from byline.site import Site


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed that the site publishes in every format. `articles` are all of its articles, newest first.

    `path` is the site path of the listing that it stands below, empty for the site itself; `url` is the
    address of that page, and the feed's permanent id. `group` is the kind of listing.
    """

    path: str
    url: str
    title: str
    description: str
    articles: tuple[Article, ...]
    group: str = ""
    picture: Picture | None = None

    def place(self, name: str) -> str:
        """Return where a file of this feed stands within the site."""
        return f"{self.path}/{name}" if self.path else name


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as pages name it to browsers and readers, in one format: title, address, media type."""

    title: str
    href: str
    type: str


def channels(site: Site, *, title: str, description: str) -> Iterator[Channel]:
    """Yield every feed of a site, its own first. Articles without a date, which only previews show, wait."""

    def dated(articles: tuple[Article, ...]) -> tuple[Article, ...]:
        return tuple(article for article in articles if article.date)

    yield Channel("", site.url, title, description, dated(site.articles))
    for group, topics in (("Categories", site.categories), ("Tags", site.tags)):
        for topic in topics.values():
            name = f"{topic.name} – {title}"
            yield Channel(topic.path, site.absolute(topic.path), name, "", dated(topic.articles), group)
    for author in site.published_authors:
        path, avatar = site.author_path(author), site.media_url(author.avatar)
        yield Channel(
            path,
            site.absolute(path),
            f"{author.name} – {title}",
            author.tagline or author.description,
            dated(site.by_author[author.id]),
            "Authors",
            Picture(full_address(site, avatar)) if avatar else None,
        )


def full_address(site: Site, link: str) -> str:
    """Return the full address of what a link from the site's root leads to."""
    return link if ":" in link else site.url + link.lstrip("/")


def feed_links(site: Site, path: str, title: str) -> tuple[FeedLink, ...]:
    """Return the feeds of the listing at a site path, in every format; those of the site at an empty one."""
    return _links(f"{site.url}{quote(path)}/" if path else site.url, title)


@lru_cache(maxsize=16)
def _links(folder: str, title: str) -> tuple[FeedLink, ...]:
    """Return the feeds in a folder: those of the site stand on every page."""
    return tuple(FeedLink(f"{title} ({LABELS[name]})", folder + name, kind) for name, kind, _ in FORMATS)


def subscriptions(site: Site, every: Iterable[Channel]) -> Iterator[Subscription]:
    """Yield what OPML lists: each feed once, in the format that every reader knows."""
    for channel in every:
        yield Subscription(
            channel.title, site.url + quote(channel.place(FORMATS[0][0])), channel.url, channel.group
        )
