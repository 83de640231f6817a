"""Python's search for lost objects, done seldom while a site is built: a build keeps nearly all it makes."""

import atexit
import gc
import io
import os
import stat
import sys
from contextlib import suppress

if sys.platform.startswith("linux"):
    import fcntl

SELDOM = (200_000, 20, 100)
"""How many new objects, and how many rounds of the one before, start each kind of search."""
_USUAL = gc.get_threshold()
_WRITTEN = frozenset({io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom})


def collect_seldom() -> None:
    """Search seldom from now on, and not at all when Python ends."""
    gc.set_threshold(*SELDOM)
    atexit.unregister(_leave_all)
    atexit.register(_leave_all)


def collect_as_usual() -> None:
    """Search as often as Python did at first."""
    gc.set_threshold(*_USUAL)


def _leave_all() -> None:
    """Let Python end without searching a whole site for lost objects: all memory goes with the process.

    Searching takes as long as building a small site. What it would still do is to write the rest of files
    that other plugins opened and never closed: they are written here.
    """
    if _may_be_writing():
        for file in [held for held in gc.get_objects() if type(held) in _WRITTEN]:
            with suppress(OSError, ValueError):  # it is closed, or the disk is full
                file.flush()
    gc.freeze()


def _may_be_writing() -> bool:
    """Tell whether a file may be open for writing, besides those that a process begins with."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        numbers = [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208 - only their names
    except OSError:
        return True
    return any(_is_written(number) for number in numbers if number > 2)


def _is_written(number: int) -> bool:
    try:
        is_file = stat.S_ISREG(os.fstat(number).st_mode)
        return is_file and fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
    except OSError:  # it was closed meanwhile
        return False
