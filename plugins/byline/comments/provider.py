"""What every comment provider offers to a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Thread:
    """The conversation about one article. `id` stays the same when the title changes; `url` is absolute."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Embed:
    """What a page shows for a thread: a link that needs no scripts, and what to load once the reader asks.

    `attributes` go onto the script element, `container` onto the element that the provider fills.
    Without a `script` there is only the link. `host` tells the reader whom the click will reach.
    """

    provider: str
    link: str = ""
    link_text: str = ""
    script: str = ""
    host: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    container: Mapping[str, str] = field(default_factory=dict)


class Provider(Protocol):
    """A comment system, configured."""

    def embed(self, thread: Thread) -> Embed:
        """Return what a page shows for a thread."""
        ...
