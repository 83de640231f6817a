"""Atom 1.0 with full text, through feedgen. RFC 4287."""

from collections.abc import Iterator
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from byline.feeds.characters import xml_text
from byline.feeds.extras import Element, feed_writer
from byline.feeds.feed import Entry, Feed
from byline.feeds.rss import history
from byline.feeds.stylesheet import with_stylesheet

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was changed: Atom wants a date, and no clock is asked."""


def atom(feed: Feed, *, address: str, style: str = "") -> str:
    """Write a feed as Atom 1.0; `address` is where the file will be found, `style` that of its stylesheet."""
    writer = feed_writer()
    writer.id(xml_text(feed.id))
    writer.title(xml_text(feed.title))
    if feed.description:
        writer.subtitle(xml_text(feed.description))
    writer.language(feed.language)
    writer.generator("Byline")
    writer.updated(feed.updated or _NEVER)
    writer.link(href=feed.url, rel="alternate", type="text/html")
    writer.link(href=address, rel="self", type="application/atom+xml")
    if feed.picture:
        writer.logo(feed.picture.url)
    if not all(entry.authors for entry in feed.entries) or not feed.entries:
        writer.author(name=xml_text(feed.title), uri=feed.url)
    if feed.hub:
        writer.extras.elements.append(Element("atom:link", attributes={"rel": "hub", "href": feed.hub}))
    writer.extras.elements += history(feed)
    for entry in feed.entries:
        _add(writer, entry)
    return with_stylesheet(writer.atom_str(pretty=True).decode("utf-8"), style)


def _add(writer: FeedGenerator, entry: Entry) -> None:
    item = writer.add_entry(order="append")
    item.id(xml_text(entry.id))
    item.title(xml_text(entry.title))
    item.link(href=entry.url, rel="alternate", type="text/html")
    item.published(entry.published)
    item.updated(entry.updated)
    if entry.summary:
        item.summary(xml_text(entry.summary))
    item.content(entry.content, type="html")
    for person in entry.authors:
        item.author(name=xml_text(person.name), uri=person.url)
    for category in entry.categories:
        item.category(term=xml_text(category))
    for enclosure in entry.enclosures:
        item.link(href=enclosure.url, rel="enclosure", type=enclosure.type, length=str(enclosure.length))
    item.extras.elements += _entry_elements(entry)


def _entry_elements(entry: Entry) -> Iterator[Element]:
    """Yield the picture, and where the entry is discussed (RFC 4685)."""
    if entry.picture:
        kind = {"type": entry.picture.type} if entry.picture.type else {}
        yield Element("media:content", attributes={"url": entry.picture.url, "medium": "image", **kind})
        yield Element("media:thumbnail", attributes={"url": entry.picture.url})
    talk = entry.discussion
    if talk and (talk.feed or talk.url):
        place = {"rel": "replies", "href": talk.feed or talk.url}
        kind = {"type": "application/rss+xml" if talk.feed else "text/html"}
        yield Element("atom:link", attributes=place | kind)
    if talk and talk.count is not None:
        yield Element("thr:total", str(talk.count))
