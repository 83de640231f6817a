"""The documents that feeds are published as: for each format one to subscribe to, and its archives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from byline.articles import Article
from byline.feeds.archives import archive_name, archive_shares, newest_share
from byline.feeds.channels import Channel, full_address
from byline.feeds.feed import Entry, Feed, Pages, Show
from byline.settings import Podcast, Settings
from byline.site import Site


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a feed, the same in every format. `articles` are those it shows, newest first.

    `number` is 0 for the document to subscribe to, else that of an archive: 1 holds the oldest. `archives`
    says how many there are.
    """

    channel: Channel
    articles: tuple[Article, ...]
    number: int = 0
    archives: int = 0

    def place(self, name: str, number: int | None = None) -> str:
        """Return the file within the site, in the format of a file name; that of another `number` alike."""
        number = self.number if number is None else number
        return self.channel.place(archive_name(name, number) if number else name)


def is_archived(channel: Channel, settings: Settings) -> bool:
    """Say whether a feed leads back to all of its articles."""
    return settings.feeds.archives == "all" or (settings.feeds.archives == "site" and not channel.group)


def shown_articles(channel: Channel, settings: Settings) -> tuple[Article, ...]:
    """Return the articles that any document of a feed shows."""
    return channel.articles if is_archived(channel, settings) else channel.articles[: settings.feed_length]


def documents(channel: Channel, settings: Settings, weight: Callable[[Article], int]) -> Iterator[Document]:
    """Yield the documents of a feed; `weight` tells how many bytes an article's entry takes."""
    articles, most = shown_articles(channel, settings), settings.feed_length
    weights = [weight(article) for article in articles]
    shares = archive_shares(weights, most) if is_archived(channel, settings) else []
    yield Document(channel, articles[: newest_share(weights, most)], 0, len(shares))
    for number, share in enumerate(shares, 1):
        yield Document(channel, articles[share], number, len(shares))


def feed_of(site: Site, document: Document, entries: Sequence[Entry], name: str, *, language: str) -> Feed:
    """Return the feed that a document holds, in the format of a file name."""
    channel, options = document.channel, site.settings.feeds
    return Feed(
        id=channel.url,
        url=channel.url,
        title=channel.title,
        description=channel.description or channel.title,
        language=language,
        entries=tuple(entries),
        hub=options.hub if not document.number else "",
        ttl=options.ttl if not document.number else 0,
        picture=channel.picture,
        show=_show(site, site.settings.podcast) if site.settings.podcast and not channel.group else None,
        pages=_pages(site, document, name),
    )


def address_of(site: Site, place: str) -> str:
    """Return the full address of a file of the site."""
    return site.url + quote(place)


def _pages(site: Site, document: Document, name: str) -> Pages:
    """Link a document to the others of its feed."""

    def address(number: int) -> str:
        return address_of(site, document.place(name, number)) if 0 < number <= document.archives else ""

    if not document.number:
        return Pages(older=address(document.archives))
    return Pages(
        archive=True,
        current=address_of(site, document.place(name, 0)),
        older=address(document.number - 1),
        newer=address(document.number + 1),
    )


def _show(site: Site, podcast: Podcast) -> Show:
    return Show(
        author=podcast.author,
        email=podcast.email,
        category=podcast.category,
        subcategory=podcast.subcategory,
        explicit=podcast.explicit,
        image=full_address(site, site.media_url(podcast.image)) if podcast.image else "",
        type=podcast.type,
    )
