"""Work shared between processes: the same results, and the same words in the log, as without."""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

from byline.adapter.begun import Begun, begin

__all__ = ["FEWEST", "Begun", "begin", "others", "processes", "spread", "wanted"]

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 32
"""Below so many pieces of work a second process costs more than it saves."""
_MOST = 64


def processes() -> int:
    """Return how many processes may work at once: a fork of this one must be safe, which only Linux tells.

    `BYLINE_PROCESSES` in the environment sets it, however little there is to do; 1 is none but this one.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return wanted() or min(len(os.sched_getaffinity(0)), 8)


def others(pieces: Sequence[object]) -> int:
    """Return how many other processes are worth it for so many pieces of work."""
    return max(min(processes(), len(pieces) if wanted() else len(pieces) // FEWEST + 1) - 1, 0)


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """Return what `work` makes of each piece, in their order, worked out by all processes there are.

    Work must change nothing that later work reads: part of it happens in forked processes, from which only
    results and log records of MkDocs come back. Where such a process stopped (the work failed, its result
    cannot be pickled, somebody killed it) the rest is done here, so that errors show as without it.
    """
    count = others(pieces)
    return begin(work, pieces, count).results() if count else [work(piece) for piece in pieces]


def wanted() -> int:
    """Return how many processes there shall be, however little there is to do; 0 where nobody said so."""
    told = os.environ.get("BYLINE_PROCESSES", "")
    return min(int(told), _MOST) if told.isascii() and told.isdecimal() and len(told) < 9 else 0
