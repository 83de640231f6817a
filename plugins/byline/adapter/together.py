"""Files that the build writes itself, put in their places together: new ones by all processes there are."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from byline.adapter.processes import Begun, begin, others
from byline.adapter.site_folder import SiteFolder
from byline.cache import State

AT_HAND = 2048
"""So many entries of feeds are in memory at once: together those of a large site would fill it."""
_TOGETHER = 16
"""So many small files are one piece of work."""


class OwnFile(Protocol):
    """A file that the build writes itself. `entries` are articles: those of feeds that it is made of."""

    folder: SiteFolder
    is_in_place: bool
    entries: Collection[str]

    @property
    def abs_dest_path(self) -> str:
        """Return its place."""

    @property
    def content_bytes(self) -> bytes:
        """Make it."""

    def key(self) -> str:
        """Return its key in the cache."""

    def gather(self) -> None:
        """Take from the cache what it is made of."""


_New = tuple[OwnFile, str]
_Begun = Begun[list[_New], list[State | None]]


def put_in_place(files: Iterable[OwnFile]) -> None:
    """Put files in their places, from the cache those that it has.

    Other processes begin with the others, which are there once their folder has been finished. That raises
    what writing one raises.
    """
    new: dict[str, OwnFile] = {}
    again: list[_New] = []
    for file in files:
        key = file.key()
        if key in new:
            again.append((file, key))
        elif not file.folder.place(key, file.abs_dest_path):
            new[key] = file
        file.is_in_place = True
    first, *rest = list(_parts(new)) or [[]]
    if first:
        begun = _begin(first)
        first[0][0].folder.finish_later(lambda: _finish(begun, rest, again))


def _begin(part: Sequence[_New]) -> _Begun:
    for file, _ in part:
        file.gather()
    pieces = list(_pieces(part))
    return begin(_write, pieces, others(pieces))


def _finish(begun: _Begun, rest: Iterable[Sequence[_New]], again: Iterable[_New]) -> None:
    """Write the files that were begun with, then those of the other parts, then those that stand twice."""
    for part in chain([begun], map(_begin, rest)):
        for piece, states in zip(part.pieces, part.results(), strict=True):
            for (file, key), state in zip(piece, states, strict=True):
                file.folder.keep(key, state)
    for file, key in again:
        if not file.folder.place(key, file.abs_dest_path):
            file.folder.keep(key, file.folder.write_anew(file.abs_dest_path, file.content_bytes, key))


def _write(piece: Sequence[_New]) -> list[State | None]:
    return [file.folder.write_anew(file.abs_dest_path, file.content_bytes, key) for file, key in piece]


def _parts(new: dict[str, OwnFile]) -> Iterator[list[_New]]:
    """Share out files so that the entries of each part can be at hand at once."""
    part: list[_New] = []
    entries: set[str] = set()
    for key, file in new.items():
        if part and len(entries.union(file.entries)) > AT_HAND:
            yield part
            part, entries = [], set()
        entries.update(file.entries)
        part.append((file, key))
    if part:
        yield part


def _pieces(part: Sequence[_New]) -> Iterator[list[_New]]:
    """Yield pieces of work of about the same size: single feeds, other files some at a time."""
    small = [one for one in part if not one[0].entries]
    yield from ([one] for one in part if one[0].entries)
    for start in range(0, len(small), _TOGETHER):
        yield small[start : start + _TOGETHER]
