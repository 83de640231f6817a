"""The front matter's `comments`: whether an article is discussed, where, and for how long."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from byline.addresses import is_safe_link
from byline.articles.fields import FieldError
from byline.problems import did_you_mean

MODES = ("open", "closed", "archive", "none")
THREADS = ("mastodon", "bluesky")
"""Where an article is discussed below a post of its own; the front matter gives the address of that post."""
KEYS = ("mode", "provider", "id", "close_after_days", *THREADS)
LONGEST = 36_500


@dataclass(frozen=True, slots=True)
class CommentOptions:
    """What an article says of its comments.

    `closed`: no new ones, a reply by e-mail stays; `archive`: the archived ones alone; `none`: nothing.
    `id` is that of its thread where it is not the article's own; `provider` is one of the site's, where it
    has several. `threads` are the addresses of posts elsewhere, by the provider that shows their replies.
    """

    mode: str = "open"
    provider: str = ""
    id: str = ""
    close_after_days: int | None = None
    threads: Mapping[str, str] = field(default_factory=dict)


def read_comments(name: str, value: Any) -> CommentOptions:
    """Read `true`, `false`, `closed`, `archive`, or a mapping of `KEYS`."""
    if isinstance(value, bool):
        return CommentOptions("open" if value else "none")
    if isinstance(value, str):
        return CommentOptions(_mode(name, value))
    if not isinstance(value, Mapping):
        said = f"`{name}` is a list" if isinstance(value, list) else f"`{name}: {value}` says nothing known"
        raise FieldError(said, _mend(name))
    for key in value:
        if key not in KEYS:
            mend = did_you_mean(str(key), KEYS) + f"use {', '.join(KEYS)}"
            raise FieldError(f"`{name}` has an unknown key `{key}`", mend, str(key))
    threads = {key: _address(name, key, value[key]) for key in THREADS if value.get(key) is not None}
    return CommentOptions(
        mode=_mode(name, value.get("mode", "open"), "mode"),
        provider=_word(name, "provider", value.get("provider")),
        id=_word(name, "id", value.get("id")),
        close_after_days=read_days(name, value.get("close_after_days")),
        threads=MappingProxyType(threads),
    )


def read_days(name: str, value: Any) -> int | None:
    """Read after how many days new comments end."""
    if value is None:
        return None
    if not is_days(value):
        wrong = f"`{name}`: `close_after_days: {value}` is no number of days"
        raise FieldError(wrong, "write a whole number, such as `90`", "close_after_days")
    return int(value)


def is_days(value: Any) -> bool:
    """Say whether this is a number of days after which comments can end."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST


def _mode(name: str, value: Any, key: str = "") -> str:
    if isinstance(value, bool):
        return "open" if value else "none"
    if not isinstance(value, str) or value not in MODES:
        near = did_you_mean(value, MODES) if isinstance(value, str) else ""
        raise FieldError(f"`{name}: {value}` says nothing known", near + _mend(name), key)
    return value


def _word(name: str, key: str, value: Any) -> str:
    """Read a text of one line, such as an id; a number will do as well."""
    if value is None:
        return ""
    text = "" if isinstance(value, (bool, list, dict)) else str(value).strip()
    if not text or not text.isprintable() or len(text) > 500:
        raise FieldError(f"`{name}`: `{key}: {value}` is no {key}", f"write `{key}: …`, a few words", key)
    return text


def _address(name: str, key: str, value: Any) -> str:
    """Read the address of a post elsewhere."""
    text = value if isinstance(value, str) else ""
    usable = re.match(r"https?://[^/\s]+/.", text) and is_safe_link(text)
    if not usable and not re.fullmatch(r"at://did:[\w:.%-]+/app\.bsky\.feed\.post/\w+", text):
        mend = f"copy the address of your post there: `{key}: https://…`"
        raise FieldError(f"`{name}`: `{key}: {value}` is no address of a post", mend, key)
    return text


def _mend(name: str) -> str:
    return f"write `{name}: true`, `false`, `closed` or `archive`, or keys such as `id:` below it"
