"""The options `feeds` and `podcast`: what feeds say beside the articles, and where else they stand."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.problems import ContentError, Problem, did_you_mean

Report = Callable[..., Problem]
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
    reading = _Reading("feeds", values, report)
    reading.known(Feeds)
    feeds = Feeds(
        aliases=reading.aliases(),
        hub=reading.read("hub", _web_address, "", "write your hub's full address, `https://…`"),
        ttl=reading.read("ttl", _minutes, 0, "write a whole number of minutes, such as `60`"),
        archives=reading.read("archives", _one_of(ARCHIVES), "site", "choose one of " + ", ".join(ARCHIVES)),
    )
    return reading.done(feeds)


def read_podcast(values: Mapping[str, Any], report: Report) -> Podcast:
    """Read the option `podcast`. Raises `ContentError`."""
    reading = _Reading("podcast", values, report)
    reading.known(Podcast)
    text = "write a text, in quotes if need be"
    podcast = Podcast(
        author=reading.read("author", _text, None, "write who makes the show"),
        email=reading.read("email", _email, "", "write an address that directories may reach you at"),
        category=reading.read(
            "category",
            _text,
            None,
            "write one of Apple's categories, such as `Business`: they stand in "
            "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
        ),
        subcategory=reading.read("subcategory", _text, "", text),
        explicit=reading.read("explicit", _switch, default=False, mend="write `true` or `false`"),
        image=reading.read(
            "image",
            _picture,
            None,
            "name a square picture (JPEG or PNG) in docs/, such as `cover.jpg`, or its full address",
        ),
        type=reading.read("type", _one_of(SHOWS), "episodic", "choose one of " + ", ".join(SHOWS)),
    )
    return reading.done(podcast)


class _Reading:
    """One option's settings being read; problems collect until `done`."""

    def __init__(self, option: str, values: Mapping[str, Any], report: Report) -> None:
        self._option, self._values, self._report = option, values, report
        self._problems: list[Problem] = []

    def refuse(self, name: str, wrong: str, mend: str) -> None:
        self._problems.append(self._report(f"{self._option}: {wrong}", mend, self._option, name))

    def known(self, kind: type[Feeds] | type[Podcast]) -> None:
        names = tuple(field.name for field in fields(kind))
        for name in self._values:
            if name not in names:
                mend = did_you_mean(str(name), names) + "its settings are " + ", ".join(names)
                self.refuse(str(name), f"there is no setting `{name}`", mend)

    def read(self, name: str, read: Callable[[Any], Any], default: Any, mend: str) -> Any:
        """Read a setting; one without a default must be there."""
        value = self._values.get(name)
        if value is None:
            if default is None:
                self.refuse(name, f"no `{name}`", mend)
            return default
        try:
            return read(value)
        except (ValueError, TypeError):
            self.refuse(name, f"`{name}: {value}` cannot be used", mend)
            return default

    def aliases(self) -> tuple[str, ...]:
        """Read the aliases, each a file or a folder of the site."""
        value = self._values.get("aliases") or ()
        mend = "write places such as `[rss.xml, /feed/]`: files that end in .xml, .rss, .atom or .json, or folders"
        if isinstance(value, str) or not isinstance(value, list | tuple):
            self.refuse("aliases", f"`aliases: {value}` is no list", mend)
            return ()
        found = []
        for alias in value:
            try:
                found.append(_alias(alias))
            except (ValueError, TypeError):
                self.refuse("aliases", f"the alias `{alias}` is no place for a feed", mend)
        return tuple(dict.fromkeys(found))

    def done[Value](self, value: Value) -> Value:
        if self._problems:
            raise ContentError(self._problems)
        return value


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
