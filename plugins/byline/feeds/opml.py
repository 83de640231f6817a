"""OPML 2.0: all feeds of a site in a file that feed readers take in at once. http://opml.org/spec2.opml"""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from byline.feeds.characters import xml_text


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed one may subscribe to: its title, its address, its page; `group` is empty for the site's own."""

    title: str
    address: str
    url: str
    group: str = ""


def opml(title: str, subscriptions: Iterable[Subscription]) -> str:
    """Write feeds as an outline: the site's own first, then the others by their groups."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = xml_text(title)
    body = etree.SubElement(root, "body")
    groups: dict[str, etree._Element] = {"": body}
    for entry in subscriptions:
        if entry.group not in groups:
            groups[entry.group] = etree.SubElement(body, "outline", text=xml_text(entry.group))
        name = xml_text(entry.title)
        etree.SubElement(
            groups[entry.group],
            "outline",
            {"type": "rss", "text": name, "title": name, "xmlUrl": entry.address, "htmlUrl": entry.url},
        )
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True).decode("utf-8")
