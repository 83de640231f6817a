"""What every comment provider offers to a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

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
    `{dark, language}`; what it returns may have `theme(dark)` and `unmount()`. Without a module there is only
    the link. `host` tells the reader whom the click will reach; it is empty for the site's own.
    """

    provider: str
    link: str = ""
    link_text: str = ""
    module: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    host: str = ""


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
