"""Atom 1.0 with full text, through feedgen. RFC 4287."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from feedgen.feed import FeedGenerator

from byline.feeds.characters import title_text, xml_html, xml_text
from byline.feeds.extras import Element, feed_writer
from byline.feeds.feed import Entry, Feed
from byline.feeds.rss import history
from byline.feeds.stylesheet import with_stylesheet

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20"<>\\^`{|}]+')
"""A full IRI, roughly: RFC 3987, section 2.2."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was changed: Atom wants a date, and no clock is asked."""


def atom(feed: Feed, *, address: str, style: str = "") -> str:
    """Write a feed as Atom 1.0; `address` is where the file will be found, `style` that of its stylesheet."""
    writer = feed_writer()
    writer.id(xml_text(feed.id))
    title = title_text(feed.title, feed.url)
    writer.title(title)
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
        writer.author(name=title, uri=feed.url)
    if feed.hub:
        writer.extras.elements.append(Element("link", attributes={"rel": "hub", "href": feed.hub}))
    writer.extras.elements += history(feed, "link")
    for entry in feed.entries:
        _add(writer, entry)
    return with_stylesheet(writer.atom_str(pretty=True).decode("utf-8"), style)


def _add(writer: FeedGenerator, entry: Entry) -> None:
    item = writer.add_entry(order="append")
    item.id(iri(entry))
    item.title(title_text(entry.title, entry.url))
    item.link(href=entry.url)
    item.published(entry.published)
    item.updated(entry.updated)
    if entry.summary:
        item.summary(xml_text(entry.summary))
    item.content(xml_html(entry.content), type="html")
    for person in entry.authors:
        item.author(name=title_text(person.name, "?"), uri=person.url)
    item.category([{"term": term} for term in map(title_text, entry.categories) if term])
    item.extras.elements += _entry_elements(entry)


def iri(entry: Entry) -> str:
    """Return an entry's id as Atom wants it, an IRI (RFC 4287, section 4.2.6).

    An id that an author took over from elsewhere may be a mere number: it becomes part of a tag URI
    (RFC 4151), which changes no more than the id does.
    """
    if _IRI.fullmatch(entry.id):
        return entry.id
    host = urlsplit(entry.url).hostname or "localhost"
    return f"tag:{host},{entry.published:%Y-%m-%d}:{quote(xml_text(entry.id), safe='')}"


def _entry_elements(entry: Entry) -> Iterator[Element]:
    """Yield the files that go with an entry, its picture, and where it is discussed (RFC 4685).

    feedgen keeps nothing of an entry's links but their addresses.
    """
    for enclosure in entry.enclosures:
        size = {"length": str(enclosure.length)} if enclosure.length else {}
        place = {"rel": "enclosure", "href": enclosure.url, "type": enclosure.type}
        yield Element("link", attributes=place | size)
    if entry.picture:
        kind = {"type": entry.picture.type} if entry.picture.type else {}
        yield Element("media:content", attributes={"url": entry.picture.url, "medium": "image", **kind})
        yield Element("media:thumbnail", attributes={"url": entry.picture.url})
    talk = entry.discussion
    if talk and (talk.feed or talk.url):
        place = {"rel": "replies", "href": talk.feed or talk.url}
        kind = {"type": "application/rss+xml" if talk.feed else "text/html"}
        yield Element("link", attributes=place | kind)
    if talk and talk.count is not None:
        yield Element("thr:total", str(talk.count))
