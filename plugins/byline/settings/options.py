"""How each option is read, and what to write where it cannot be."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from byline.addresses import is_path
from byline.settings.mentions import read_mentions
from byline.settings.newsletter import read_newsletter
from byline.settings.publishing import read_feeds, read_podcast
from byline.settings.reading import Report

LOOKS = ("paper", "material")
SEARCHES = ("material", "pagefind")
DATE_FORMATS = ("full", "long", "medium", "short")


def _one_of(names: tuple[str, ...]) -> tuple[Callable[[Any], Any], str]:
    return lambda value: names[names.index(value)], "choose one of " + ", ".join(names)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= 10_000:
        raise ValueError(value)
    return value


def _path(value: object) -> str:
    if not isinstance(value, str) or not is_path(value.strip("/")):
        raise ValueError(value)
    return value.strip("/")


def _file(value: object) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return Path(value)


def _settings(first: str) -> Callable[[object], Mapping[str, Any]]:
    """Return what reads settings of an option's own; a text alone is the `first` of them."""

    def read(value: object) -> Mapping[str, Any]:
        if isinstance(value, str):
            return {first: value}
        if not isinstance(value, Mapping):
            raise TypeError(value)
        return value

    return read


def _providers(value: object) -> Mapping[str, Any] | tuple[Mapping[str, Any], ...]:
    """Read one provider of comments with its settings, or a list of several."""
    read = _settings("provider")
    return tuple(map(read, value)) if isinstance(value, list | tuple) else read(value)


_PATH = (_path, "write an address such as `articles`: words of letters, digits and `-`")
_WHOLE = (_whole, "write a whole number above 0")
READERS: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "posts_dir": (_file, "name a folder, such as `posts`"),
    "authors_file": (_file, "name a file, such as `posts/authors.yml`"),
    "articles_path": _PATH,
    "authors_path": _PATH,
    "categories_path": _PATH,
    "tags_path": _PATH,
    "archive_path": _PATH,
    "checklists_path": _PATH,
    "subscribe_path": _PATH,
    "pagination_per_page": _WHOLE,
    "words_per_minute": _WHOLE,
    "feed_length": _WHOLE,
    "date_format": _one_of(DATE_FORMATS),
    "timezone": (ZoneInfo, "name a time zone, such as `Europe/Berlin` or `America/New_York`"),
    "look": _one_of(LOOKS),
    "cache": (_switch, "write `true` or `false`"),
    "search": _one_of(SEARCHES),
    "comments": (_providers, "write `provider: …` and its settings below, indented, or a list of such"),
    "feeds": (_settings("archives"), "write settings such as `archives: all` below it, indented"),
    "podcast": (_settings("author"), "write `author: …` and its settings below, indented"),
    "mentions": (_settings("webmentions"), "write `webmentions: https://…` and the like below it, indented"),
    "newsletter": (_settings("action"), "write `action: https://…` and its settings below, indented"),
}
GROUPS: Mapping[str, Callable[[Mapping[str, Any], Report], Any]] = {
    "feeds": read_feeds,
    "podcast": read_podcast,
    "mentions": read_mentions,
    "newsletter": read_newsletter,
}
"""What becomes of settings that are an option's own, once each can be reported with its line."""
