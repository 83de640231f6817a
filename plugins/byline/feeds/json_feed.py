"""JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/"""

from typing import Any

from byline.documents import json_text
from byline.feeds.characters import title_text, xml_html, xml_text
from byline.feeds.feed import Enclosure, Entry, Feed, Person


def json_feed(feed: Feed, *, address: str, style: str = "") -> str:
    """Write a feed as JSON Feed 1.1; `address` is where the file will be found. It knows no stylesheets."""
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_text(feed.title, feed.url),
        "home_page_url": feed.url,
        "feed_url": address,
        "description": xml_text(feed.description),
        "icon": feed.picture.url if feed.picture else "",
        "next_url": feed.pages.older,
        "language": feed.language,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
    }
    shown = {key: value for key, value in data.items() if value not in ("", [])}
    shown["items"] = [_item(entry) for entry in feed.entries]
    # Nothing that looks like markup stands in the file, whatever a server says that it is.
    return json_text(shown, " ").replace("<", "\\u003c") + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": xml_text(entry.id),
        "url": entry.url,
        "title": title_text(entry.title, entry.url),
        "content_html": xml_html(entry.content),
        "summary": xml_text(entry.summary),
        "image": entry.picture.url if entry.picture else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [_author(person) for person in entry.authors],
        "tags": list(filter(None, map(title_text, entry.categories))),
        "attachments": [_attachment(enclosure) for enclosure in entry.enclosures],
    }
    return {key: value for key, value in item.items() if value not in ("", []) or key == "content_html"}


def _author(person: Person) -> dict[str, str]:
    parts = {"name": title_text(person.name, "?"), "url": person.url, "avatar": person.avatar}
    return {key: value for key, value in parts.items() if value}


def _attachment(enclosure: Enclosure) -> dict[str, Any]:
    seconds = _seconds(enclosure.duration)
    size = {"size_in_bytes": enclosure.length} if enclosure.length else {}
    length = {"duration_in_seconds": seconds} if seconds else {}
    return {"url": enclosure.url, "mime_type": enclosure.type} | size | length


def _seconds(duration: str) -> int:
    """Return the seconds of `75`, `1:15` or `0:01:15`, 0 where it says none."""
    seconds = 0
    for part in duration.split(":"):
        seconds = seconds * 60 + (int(part) if part.isdigit() else 0)
    return seconds
