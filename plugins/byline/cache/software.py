"""Which software makes a site: a result is worth keeping as long as none of it changes."""

import os
import sys
from functools import cache
from pathlib import Path

from byline.cache.digests import digest

_PACKAGE = Path(__file__).parent.parent


@cache
def software() -> str:
    """Return a digest of Python's version, every installed distribution, and Byline's own files.

    Distributions are known by the names of their `.dist-info` folders, which end in their versions. Byline's
    files are known by the list that was installed with them, or, in a checkout, by their times and sizes.
    """
    return digest(sys.version, sorted(_distributions()), _installed() or sorted(_own_files()))


def _installed() -> str:
    """Return the list of Byline's installed files, with the digest of each; empty in a checkout."""
    for folder in _PACKAGE.parent.glob("mkdocs_byline-*.dist-info"):
        try:
            return (folder / "RECORD").read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def _distributions() -> set[str]:
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(entry for entry in os.listdir(folder or ".") if entry.endswith(_INFO))  # noqa: PTH208
        except OSError:
            continue
    return names


def _own_files() -> list[tuple[str, int, int]]:
    found = []
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in files:
            state = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - a few hundred at each build
            found.append((os.path.relpath(folder, _PACKAGE) + "/" + name, state.st_mtime_ns, state.st_size))
    return found


_INFO = (".dist-info", ".egg-info")
