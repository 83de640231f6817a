"""RSS 2.0 with full text, through feedgen. https://www.rssboard.org/rss-specification"""

from feedgen.feed import FeedGenerator

from byline.feeds.content import xml_text
from byline.feeds.feed import Entry, Feed


def rss(feed: Feed, *, address: str) -> str:
    """Write a feed as RSS 2.0; `address` is where the file will be found.

    The same feed gives the same text: the only dates are those of its entries.
    """
    writer = FeedGenerator()
    writer.load_extension("dc")
    writer.title(xml_text(feed.title))
    writer.description(xml_text(feed.description))
    writer.language(feed.language)
    writer.generator("Byline")
    writer.docs("https://www.rssboard.org/rss-specification")
    # feedgen takes the link called last for the channel's own: first the feed, then its page.
    writer.link(href=address, rel="self", type="application/rss+xml")
    writer.link(href=feed.url, rel="alternate")
    for entry in feed.entries:
        _add(writer, entry)
    if feed.updated:
        writer.lastBuildDate(feed.updated)
    text: str = writer.rss_str(pretty=True).decode("utf-8")
    return text if feed.updated else _without_clock(text)


def _add(writer: FeedGenerator, entry: Entry) -> None:
    item = writer.add_entry(order="append")
    item.title(xml_text(entry.title))
    item.link(href=entry.url)
    item.guid(xml_text(entry.id), permalink=False)
    item.published(entry.published)
    # Without a summary feedgen would put the full text into `description`; a blank keeps it in its place.
    item.summary(xml_text(entry.summary) or " ")
    item.content(entry.content, type="CDATA")
    if entry.authors:
        item.dc.dc_creator([xml_text(person.name) for person in entry.authors])
    for category in entry.categories:
        item.category(term=xml_text(category))


def _without_clock(text: str) -> str:
    """Take out the build time that feedgen gives a feed without entries."""
    before, _, rest = text.partition("<lastBuildDate>")
    return before.rstrip() + rest.partition("</lastBuildDate>")[2]
