"""What a text became, as it is kept from build to build."""

from dataclasses import dataclass
from typing import Any

from byline.cache import Cache

_KIND = "conversion"


@dataclass(frozen=True, slots=True)
class Conversion:
    """The HTML of a text, what MkDocs makes its outline from, its first title, its anchors.

    `links` are all links and images that may depend on the site's other files, in their order, each with the
    address that it got.
    """

    content: str
    outline: list[Any]
    title: str | None
    anchors: list[str]
    links: list[tuple[str, str]]


def load_conversion(cache: Cache, key: str) -> Conversion | None:
    """Return what was kept under a key, if anything."""
    value = cache.load(_KIND, key)
    try:
        return Conversion(*value) if value else None
    except TypeError:
        return None


def keep_conversion(cache: Cache, key: str, conversion: Conversion) -> None:
    """Keep a conversion for the builds to come."""
    told = conversion
    cache.save(_KIND, key, [told.content, told.outline, told.title, told.anchors, told.links])
