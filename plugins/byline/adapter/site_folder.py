"""The folder that the site is written into: each folder in it is made once, each text written once."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from byline.cache import Cache, State, link_file


@dataclass(slots=True)
class SiteFolder:
    """What one build puts in place. Files that the cache has get a second name there, and are not written."""

    cache: Cache
    _made: set[str] = field(default_factory=set)
    _unfinished: list[Callable[[], None]] | None = None

    def wait(self) -> None:
        """Let work that other processes began with be finished later, when `finish` says so."""
        self._unfinished = []

    def finish_later(self, work: Callable[[], None]) -> None:
        """Finish work when its turn comes, or now where nobody waits."""
        if self._unfinished is None:
            work()
        else:
            self._unfinished.append(work)

    def finish(self) -> None:
        """Finish what was begun. Raises what writing a file raises."""
        unfinished, self._unfinished = self._unfinished or (), None
        for work in unfinished:
            work()

    def give_up(self) -> None:
        """Finish nothing."""
        self._unfinished = None

    def know(self, folders: Iterable[str]) -> None:
        """Take note of folders that are there."""
        self._made.update(folders)

    def place(self, key: str, place: str) -> bool:
        """Put a file of the cache in its place; say whether there is one."""
        kept = self.cache.find_file(key)
        return kept is not None and self._link(kept, place)

    def write_anew(self, place: str, data: bytes, key: str) -> State | None:
        """Write a file that the cache does not have, as a new one; return what `keep` asks for.

        A forked process may do so and leave the rest to its parent.
        """
        self._make_folder(place)
        try:
            create(place, data)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
            create(place, data)
        kept = self.cache.place(key)
        return link_file(kept, place, data) if kept else None

    def keep(self, key: str, state: State | None) -> None:
        """Keep a file that was written for the builds to come."""
        self.cache.save_file(key, state)

    def _link(self, kept: str, place: str) -> bool:
        """Give a kept file a second name, or a copy where the file system has no such thing."""
        self._make_folder(place)
        try:
            _link(kept, place)
        except FileNotFoundError:
            return False
        return True

    def _make_folder(self, place: str) -> None:
        folder = os.path.dirname(place)  # noqa: PTH120 - at every page
        if folder in self._made:
            return
        try:
            os.mkdir(folder)  # noqa: PTH102
        except OSError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        self._made.add(folder)


def create(place: str, data: bytes) -> None:
    """Write a file as a new one: the old one may have another name in the cache."""
    try:
        _write(place, data)
    except FileExistsError:
        os.unlink(place)  # noqa: PTH108
        _write(place, data)


def _write(place: str, data: bytes) -> None:
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _link(kept: str, place: str) -> None:
    try:
        os.link(kept, place)
    except FileExistsError:
        os.unlink(place)  # noqa: PTH108
        _link(kept, place)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(kept, place)
