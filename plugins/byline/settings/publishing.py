"""The options `feeds` and `podcast`: what feeds say beside the articles, and where else they stand."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.settings.reading import Reading, Report

ARCHIVES = ("site", "all", "none")
SHOWS = ("episodic", "serial")
LONGEST_TTL = 525_600
"""Minutes of a year."""
_SEGMENT = re.compile(r"[\w.~-]+")


@dataclass(frozen=True, slots=True)
class Feeds:
    """`aliases` are further places of the site's feed, `hub` is the address of a WebSub hub, `ttl` after how
    many minutes to look again (0 leaves it open); `archives` says which feeds lead back to all articles.
    """

    aliases: tuple[str, ...] = ()
    hub: str = ""
    ttl: int = 0
    archives: str = "site"


@dataclass(frozen=True, slots=True)
class Podcast:
    """What podcast directories ask of the site's feed; `image` is a file of the site or a full address."""

    author: str = ""
    email: str = ""
    category: str = ""
    subcategory: str = ""
    explicit: bool = False
    image: str = ""
    type: str = "episodic"


def alias_file(alias: str) -> str:
    """Return the name of the feed's file that an alias stands for: `.json` and `atom` in it tell."""
    name = posixpath.basename(alias.rstrip("/")).casefold()
    if name.endswith(".json"):
        return "feed.json"
    return "atom.xml" if "atom" in name else "feed.xml"


def alias_places(alias: str) -> tuple[str, ...]:
    """Return the files that an alias is written to.

    For a folder (`feed/`), hosts serve its `index.html`, some also or instead its `index.xml`.
    """
    if not alias.endswith("/"):
        return (alias,)
    ending = "json" if alias_file(alias).endswith(".json") else "xml"
    return (f"{alias}index.{ending}", f"{alias}index.html")


def read_feeds(values: Mapping[str, Any], report: Report) -> Feeds:
    """Read the option `feeds`. `report` makes a problem of a setting. Raises `ContentError`."""
    reading = Reading("feeds", values, report)
    reading.known(Feeds)
    feeds = Feeds(
        aliases=_aliases(reading),
        hub=reading.read("hub", _web_address, "", "write your hub's full address, `https://…`"),
        ttl=reading.read("ttl", _minutes, 0, "write a whole number of minutes, such as `60`"),
        archives=reading.read("archives", _one_of(ARCHIVES), "site", "choose one of " + ", ".join(ARCHIVES)),
    )
    return reading.done(feeds)


def read_podcast(values: Mapping[str, Any], report: Report) -> Podcast:
    """Read the option `podcast`. Raises `ContentError`."""
    reading = Reading("podcast", values, report)
    reading.known(Podcast)
    text = "write a text, in quotes if need be"
    category = (
        "write one of Apple's categories, such as `Business`: they stand in "
        "https://podcasters.apple.com/support/1691-apple-podcasts-categories"
    )
    image = "name a square picture (JPEG or PNG) in docs/, such as `cover.jpg`, or its full address"
    podcast = Podcast(
        author=_required(reading, "author", _text, "write who makes the show"),
        email=reading.read("email", _email, "", "write an address that directories may reach you at"),
        category=_required(reading, "category", _text, category),
        subcategory=reading.read("subcategory", _text, "", text),
        explicit=reading.read("explicit", _switch, False, "write `true` or `false`"),
        image=_required(reading, "image", _picture, image),
        type=reading.read("type", _one_of(SHOWS), "episodic", "choose one of " + ", ".join(SHOWS)),
    )
    return reading.done(podcast)


def _required(reading: Reading, name: str, read: Callable[[Any], str], mend: str) -> str:
    if reading.values.get(name) is None:
        reading.refuse(name, f"no `{name}`", mend)
    return reading.read(name, read, "", mend)


def _aliases(reading: Reading) -> tuple[str, ...]:
    """Read the aliases, each a file or a folder of the site."""
    value = reading.values.get("aliases") or ()
    mend = "write places such as `[rss.xml, feed/]`: files ending in .xml, .rss, .atom or .json, or folders"
    if not isinstance(value, list | tuple):
        reading.refuse("aliases", f"`aliases: {value}` is no list", mend)
        return ()
    found = []
    for alias in value:
        try:
            found.append(_alias(alias))
        except (ValueError, TypeError, AttributeError):
            reading.refuse("aliases", f"the alias `{alias}` is no place for a feed", mend)
    return tuple(dict.fromkeys(found))


def _alias(value: Any) -> str:
    path = value.removeprefix("/")
    parts = path.removesuffix("/").split("/")
    if not all(_SEGMENT.fullmatch(part) and part.strip(".") for part in parts):
        raise ValueError(value)
    if not path.endswith("/") and not path.casefold().endswith((".xml", ".rss", ".atom", ".rdf", ".json")):
        raise ValueError(value)
    return str(path)


def _web_address(value: Any) -> str:
    if not isinstance(value, str) or not re.match(r"https?://[^/\s]", value) or not is_safe_link(value):
        raise ValueError(value)
    return value


def _picture(value: Any) -> str:
    if not isinstance(value, str) or not value or not is_safe_link(value):
        raise ValueError(value)
    return _web_address(value) if urlsplit(value).scheme else value.lstrip("/")


def _minutes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= LONGEST_TTL:
        raise ValueError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return " ".join(value.split())


def _email(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", value):
        raise ValueError(value)
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _one_of(names: tuple[str, ...]) -> Callable[[Any], str]:
    return lambda value: names[names.index(value)]
