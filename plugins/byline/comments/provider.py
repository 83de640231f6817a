"""What every comment provider offers to a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

SCRIPT = "assets/byline/comments/script.js"
"""The module that most providers need: it puts an element and a script into the page."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The conversation about one article. `id` stays the same when the title changes; `url` is absolute.

    `posts` are the addresses of posts elsewhere whose replies belong to it, by the provider's name.
    """

    id: str
    title: str
    url: str
    language: str = "en"
    posts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Embed:
    """What a page shows for a thread: a link that needs no scripts, and what to load once the reader asks.

    `module` is an ES module, a place within the site or a full address; `settings` are what it is told, plain
    JSON. It exports `mount(place, settings, reader)`: `place` is an empty element, `reader` is
    `{dark, language, words}`; what it returns may have `theme(dark)` and `unmount()`. It stops where `place`
    has left the page meanwhile (`isConnected`); the `hint` of an error is shown to the reader. Without a
    module there is only the link. `host` tells the reader whom the click will reach; it is empty for the
    site's own. `template` is one of the site's own, which is printed instead, with the `settings` as its
    `thread`.
    """

    provider: str
    link: str = ""
    link_text: str = ""
    module: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    host: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Where a listing asks how many comments its articles have, all in one request.

    The `module` exports `counts(ids, settings)`, which promises `{id: number}`.
    """

    module: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    host: str = ""


class Provider(Protocol):
    """A comment system, configured. Derive from this class: only `name` and `embed` must be given."""

    @property
    def name(self) -> str:
        """Return what `provider:` calls it."""
        ...

    def embed(self, thread: Thread) -> Embed | None:
        """Return what a page shows for a thread; None where there is none of this article."""
        ...

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Return what a Content-Security-Policy must allow, by directive: `{"script-src": (…,)}`."""
        return {}

    def counts(self) -> Counts | None:
        """Return where to ask for the numbers of comments; None where nobody tells."""
        return None

    def lacks(self) -> str:
        """Return what to write so that readers have it, where only a preview does; else nothing."""
        return ""

    def in_preview(self) -> "Provider":
        """Return the provider that a preview shows: itself, unless a preview must not reach the real one."""
        return self

    def refuses(self, post: str) -> str:
        """Return what to write instead of the address of a post elsewhere; empty where it can be used."""
        return ""


def host_of(server: str) -> str:
    """Return whom an address reaches; empty for a path on the site's own host."""
    return urlsplit(server).netloc


def origin_of(server: str) -> tuple[str, ...]:
    """Return what a policy must allow of a server; nothing for one on the site's own host."""
    parts = urlsplit(server)
    return (f"{parts.scheme}://{parts.netloc}",) if parts.netloc else ()
