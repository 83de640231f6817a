"""The files of a cache: written whole or not at all, and known by their time, size and contents."""

import os
import re
import stat
import time
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

State = list[Any]
"""When a file was written (in nanoseconds), its size, the digest of its contents."""
_KEY = re.compile(r"[0-9a-f]{32}")
_LEFT = 3600
"""Seconds after which a file that no result names was left by a build that was killed."""


def is_key(key: str) -> bool:
    """Say whether a file may be named so."""
    return _KEY.fullmatch(key) is not None


def digest_of(data: bytes) -> str:
    """Return the digest of a file's contents, which may be its key. Most processors have SHA-256 built in."""
    return sha256(data).hexdigest()[:32]


def write_file(place: str, data: bytes) -> State | None:
    """Write a file of the cache; return the state that `save_file` asks for, None where that cannot be."""
    beside = Path(f"{place}.{os.getpid()}")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        written = beside.stat()
        beside.replace(place)
    except OSError:
        remove_file(beside)
        return None
    return [written.st_mtime_ns, len(data), digest_of(data)]


def link_file(place: str, file: str, data: bytes) -> State | None:
    """Give a finished file, which holds `data`, a second name in the cache; return its state.

    None where the file system has no such thing.
    """
    try:
        written = os.stat(file)  # noqa: PTH116 - at every page
        _link(file, place)
    except OSError:
        return None
    return [written.st_mtime_ns, len(data), digest_of(data)]


def _link(file: str, place: str) -> None:
    try:
        os.link(file, place)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        os.link(file, place)
    except FileExistsError:
        os.unlink(place)  # noqa: PTH108
        os.link(file, place)


def present_state(place: str, state: State) -> State | None:
    """Return the state of a file that is still what it was, or None.

    A file with another time, such as one that was copied, is read.
    """
    try:
        found = os.lstat(place)
        if not stat.S_ISREG(found.st_mode) or found.st_size != state[1]:
            return None
        if found.st_mtime_ns == state[0] or digest_of(Path(place).read_bytes()) == state[2]:
            return [found.st_mtime_ns, *state[1:]]
    except (OSError, IndexError):
        pass
    return None


def remove_file(place: str | Path) -> None:
    """Remove a file, if that can be."""
    with suppress(OSError):
        os.unlink(place)  # noqa: PTH108


def remove_strays(folder: Path, known: Collection[str]) -> None:
    """Remove files that no result names, once they are old enough to belong to no build under way."""
    oldest = time.time() - _LEFT
    for root, _, names in os.walk(folder):
        for name in names:
            place = Path(root, name)
            with suppress(OSError):
                if name not in known and place.lstat().st_mtime < oldest:
                    place.unlink()
