"""Addresses in a printed piece are as seen from its page: which other pages see them alike."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from mkdocs.structure.pages import Page

from byline.adapter.rendering.record import Record

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a partial printed, and what that stands on beside its key.

    Of a frame, that is `pieces`, with gaps between them, instead of a text.
    """

    text: str
    record: Record
    pieces: tuple[str, ...] = ()


@dataclass(slots=True)
class Prints:
    """What a partial printed for one key, by the place of the page in the addresses that it prints.

    `prefixes` are all beginnings of these addresses. Pages that stand equally deep, and go the same way as
    any of the addresses equally far, see all of them alike.
    """

    prefixes: frozenset[Parts]
    by_place: dict[tuple[int, Parts], Printed] = field(default_factory=dict)

    def get(self, page: Page) -> Printed | None:
        """Return what was printed on a page that sees the addresses alike."""
        return self.by_place.get(self._place(page))

    def add(self, page: Page, printed: Printed) -> None:
        """Keep what was printed on a page."""
        self.by_place[self._place(page)] = printed

    def _place(self, page: Page) -> tuple[int, Parts]:
        parts = _folders(page.url)
        shared = len(parts)
        while parts[:shared] not in self.prefixes:
            shared -= 1
        return len(parts), parts[:shared]


def prints(printed: Printed) -> Prints:
    """Return room for all prints of one key, of which this is the first."""
    found: set[Parts] = {()}
    for parts in map(_parts, printed.record.addresses):
        found.update(parts[: length + 1] for length in range(len(parts)))
    return Prints(frozenset(found))


@dataclass(slots=True)
class Addresses:
    """Addresses as pages see them, put together of texts where they are nothing but names of folders."""

    page: Page | None = None
    _ways: tuple[str, ...] = ()
    _whole: dict[str, str] = field(default_factory=dict)

    def begin(self, page: Page) -> None:
        """Write addresses as this page sees them from now on."""
        self.page = page
        self._ways = tuple(f"{way}/" for way in accumulate(_folders(page.url), "{}/{}".format))

    def write(self, address: str, original: Callable[[str], str]) -> str:
        """Return an address as the page sees it; `original` works out those that are not so plain."""
        whole = self._whole.get(address)
        if whole is None:
            whole = self._whole[address] = f"{address}/" if _is_plain(address) else ""
        if not whole:
            return original(address)
        beside, way = 0, ""
        for farther in self._ways:
            if not whole.startswith(farther):
                break
            beside, way = beside + 1, farther
        rest = address[len(way) :]
        return "../" * (len(self._ways) - beside) + rest if rest else original(address)


def _is_plain(address: str) -> bool:
    """Say whether an address begins at the site's root, and names nothing but folders and a file there."""
    top = address.partition("/")[0]
    odd = "." in top or "#" in top or ":" in address or "\\" in address
    return bool(top) and not odd and "/." not in address and "//" not in address and address.isprintable()


@lru_cache(maxsize=4)
def _folders(address: str) -> Parts:
    """Return the folders that a page stands in, as its address names them."""
    folder, _, file = address.rpartition("/")
    return _parts(folder if "." in file else address)


def _parts(address: str) -> Parts:
    path = posixpath.normpath("/" + address.lstrip("/"))[1:]
    return tuple(path.split("/")) if path else ()
