"""The page that says how to subscribe: every feed with its address, and the ways into common readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from byline.pages.listings import Listing
from byline.site import Site, Topic

OPML = "feeds.opml"
FEED = "feed.xml"
FORMATS = (
    ("rss", FEED, "application/rss+xml"),
    ("atom", "atom.xml", "application/atom+xml"),
    ("json", "feed.json", "application/feed+json"),
)
"""Each format's word, its file beside the page it belongs to, and its media type."""
READERS = (
    ("Feedly", "https://feedly.com/i/subscription/feed%2F"),
    ("Inoreader", "https://www.inoreader.com/?add_feed="),
    ("NewsBlur", "https://www.newsblur.com/?url="),
    ("The Old Reader", "https://theoldreader.com/feeds/subscribe?url="),
)
"""Readers on the web, each with the address that it subscribes at: the feed's goes behind it, encoded."""
KINDS_WITH_FEEDS = frozenset({"category", "tag", "author"})


@dataclass(frozen=True, slots=True)
class ReaderLink:
    """A reader's name, and the address at which it subscribes to one feed. Nothing of it loads by itself."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed: the name and page (`url`) of what is in it, its address within the site and the full one.

    `count` says how many articles it draws from, `type` is its media type.
    """

    name: str
    url: str
    feed: str
    address: str
    readers: tuple[ReaderLink, ...]
    count: int = 0
    type: str = FORMATS[0][2]


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """The site's own feed, the same in its other `formats`, and those of topics and authors.

    `formats` go by their word (`atom`); `opml` is the address of the file that lists all feeds.
    """

    whole: FeedRow
    formats: tuple[tuple[str, FeedRow], ...]
    categories: tuple[FeedRow, ...]
    authors: tuple[FeedRow, ...]
    tags: tuple[FeedRow, ...]
    opml: str = OPML


def describe_subscribe(site: Site, *, title: str) -> SubscribeView:
    """Describe the page; `title` is the site's name."""

    def whole(file: str, media_type: str) -> FeedRow:
        address = site.url + file
        return FeedRow(title, "", file, address, reader_links(address), len(site.articles), media_type)

    rows = [(word, whole(file, media_type)) for word, file, media_type in FORMATS]
    return SubscribeView(
        whole=rows[0][1],
        formats=tuple(rows[1:]),
        categories=_rows(site, site.categories.values()),
        authors=_rows(site, map(site.author_topic, site.published_authors)),
        tags=_rows(site, site.tags.values()),
    )


def reader_links(address: str) -> tuple[ReaderLink, ...]:
    """Return the links under which readers subscribe to the feed at a full address."""
    return tuple(ReaderLink(name, start + quote(address, safe="")) for name, start in READERS)


def listing_feed(listing: Listing) -> str:
    """Return the address of a listing's own feed within the site; empty where it has none."""
    if listing.kind not in KINDS_WITH_FEEDS:
        return ""
    further = f"/page/{listing.number}" if listing.number > 1 else ""
    return feed_of(listing.path.removesuffix(further))


def feed_of(path: str) -> str:
    """Return the address, within the site, of the feed that stands below the listing at a site path."""
    return f"{quote(path)}/{FEED}"


def _rows(site: Site, topics: Iterable[Topic]) -> tuple[FeedRow, ...]:
    rows = []
    for topic in topics:
        feed = feed_of(topic.path)
        address = site.url + feed
        rows.append(
            FeedRow(
                topic.name,
                site.address(topic.path),
                feed,
                address,
                reader_links(address),
                len(topic.articles),
            )
        )
    return tuple(rows)
