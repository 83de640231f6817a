"""RSS 2.0 with full text, through feedgen. https://www.rssboard.org/rss-specification"""

from collections.abc import Iterator
from html import escape

from feedgen.feed import FeedGenerator

from byline.feeds.characters import title_text, xml_html, xml_text
from byline.feeds.extras import Element, feed_writer
from byline.feeds.feed import Entry, Feed
from byline.feeds.podcast import episode_elements, show_elements
from byline.feeds.stylesheet import with_stylesheet


def rss(feed: Feed, *, address: str, style: str = "") -> str:
    """Write a feed as RSS 2.0; `address` is where the file will be found, `style` that of its stylesheet.

    The same feed gives the same text: the only dates are those of its entries.
    """
    writer = feed_writer()
    title = title_text(feed.title, feed.url)
    writer.title(title)
    writer.description(title_text(feed.description, title))
    writer.language(feed.language)
    writer.generator("Byline")
    writer.docs("https://www.rssboard.org/rss-specification")
    # feedgen takes the link called last for the channel's own: first the feed, then its page.
    writer.link(href=address, rel="self", type="application/rss+xml")
    writer.link(href=feed.url, rel="alternate")
    if feed.ttl:
        writer.ttl(feed.ttl)
    if feed.picture:
        writer.image(url=feed.picture.url, title=title, link=feed.url)
    writer.extras.elements += _channel_elements(feed)
    for entry in feed.entries:
        _add(writer, entry)
    if feed.updated:
        writer.lastBuildDate(feed.updated)
    text: str = writer.rss_str(pretty=True).decode("utf-8")
    return with_stylesheet(text if feed.updated else _without_clock(text), style)


def _channel_elements(feed: Feed) -> Iterator[Element]:
    if feed.hub:
        yield Element("atom:link", attributes={"rel": "hub", "href": feed.hub})
    yield from history(feed, "atom:link")
    if feed.show:
        yield from show_elements(feed.show)


def history(feed: Feed, link: str) -> Iterator[Element]:
    """Yield what leads from this document to the others of its feed (RFC 5005, section 4).

    `link` is the name of the element for links.
    """
    if feed.pages.archive:
        yield Element("fh:archive")
    for relation, address in (
        ("current", feed.pages.current),
        ("prev-archive", feed.pages.older),
        ("next-archive", feed.pages.newer),
    ):
        if address:
            yield Element(link, attributes={"rel": relation, "href": address})


def _add(writer: FeedGenerator, entry: Entry) -> None:
    item = writer.add_entry(order="append")
    item.title(title_text(entry.title, entry.url))
    item.link(href=entry.url)
    item.guid(xml_text(entry.id), permalink=False)
    item.published(entry.published)
    # `description` is HTML. Without one feedgen would put the full text there; a blank keeps it in its place.
    item.summary(escape(xml_text(entry.summary), quote=False) or " ")
    item.content(xml_html(entry.content), type="CDATA")
    item.category([{"term": term} for term in map(title_text, entry.categories) if term])
    if entry.discussion and entry.discussion.url:
        item.comments(entry.discussion.url)
    for enclosure in entry.enclosures[:1]:
        item.enclosure(enclosure.url, str(enclosure.length), enclosure.type)
    item.extras.elements += _item_elements(entry)


def _item_elements(entry: Entry) -> Iterator[Element]:
    for person in entry.authors:
        yield Element("dc:creator", title_text(person.name, "?"))
    yield Element("atom:updated", entry.updated.isoformat())
    if entry.picture:
        kind = {"type": entry.picture.type} if entry.picture.type else {}
        yield Element("media:content", attributes={"url": entry.picture.url, "medium": "image", **kind})
        yield Element("media:thumbnail", attributes={"url": entry.picture.url})
    for enclosure in entry.enclosures[1:]:
        parts = {"url": enclosure.url, "type": enclosure.type, "fileSize": str(enclosure.length)}
        yield Element("media:content", attributes=parts)
    if entry.discussion:
        if entry.discussion.count is not None:
            yield Element("slash:comments", str(entry.discussion.count))
        if entry.discussion.feed:
            yield Element("wfw:commentRss", entry.discussion.feed)
    yield from episode_elements(entry)


def _without_clock(text: str) -> str:
    """Take out the build time that feedgen gives a feed without entries."""
    before, _, rest = text.partition("<lastBuildDate>")
    return before.rstrip() + rest.partition("</lastBuildDate>")[2]
