"""Elements that feedgen does not know, added where its extensions may add them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from byline.feeds.characters import xml_text

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}


@dataclass(frozen=True, slots=True)
class Element:
    """An element by its prefixed name, such as `media:content`; without a prefix it is the format's own."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple["Element", ...] = ()

    def append_to(self, parent: etree._Element) -> None:
        """Write it below another element."""
        prefix, colon, name = self.name.rpartition(":")
        element = etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}" if colon else name)
        for key, value in self.attributes.items():
            element.set(key, xml_text(value))
        if self.text:
            element.text = xml_text(self.text)
        for child in self.children:
            child.append_to(element)


class _Extras:
    """Holds elements, in their order, until the feed is written."""

    def __init__(self) -> None:
        self.elements: list[Element] = []

    def extend_rss(self, target: etree._Element) -> etree._Element:
        """Add the elements to an item, or to the channel of a feed."""
        channel = target.find("channel")
        return self._extend(target if channel is None else channel, target)

    def extend_atom(self, target: etree._Element) -> etree._Element:
        """Add the elements to an entry or a feed."""
        return self._extend(target, target)

    def _extend(self, parent: etree._Element, target: etree._Element) -> etree._Element:
        for element in self.elements:
            element.append_to(parent)
        return target


class _FeedExtras(_Extras, BaseExtension):  # type: ignore[misc]
    def extend_ns(self) -> dict[str, str]:
        """Declare the prefixes once, at the top."""
        return dict(NAMESPACES)


class _EntryExtras(_Extras, BaseEntryExtension):  # type: ignore[misc]
    pass


def feed_writer() -> FeedGenerator:
    """Return a writer of feeds that has `extras.elements`, as have the entries added to it."""
    writer = FeedGenerator()
    writer.register_extension("extras", _FeedExtras, _EntryExtras)
    return writer
