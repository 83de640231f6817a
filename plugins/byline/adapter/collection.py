"""Python's search for lost objects, done seldom while a site is built: a build keeps nearly all it makes."""

import atexit
import gc
import io
from contextlib import suppress
from dataclasses import dataclass

SELDOM = (200_000, 20, 100)
"""How many new objects, and how many rounds of the one before, start each kind of search."""


@dataclass(frozen=True, slots=True)
class Collection:
    """How often Python searched before."""

    thresholds: tuple[int, int, int]

    def restore(self) -> None:
        """Search as often as before."""
        gc.set_threshold(*self.thresholds)


def collect_seldom() -> Collection:
    """Search seldom from now on, and not at all when Python ends."""
    before = Collection(gc.get_threshold())
    gc.set_threshold(*SELDOM)
    atexit.unregister(_leave_all)
    atexit.register(_leave_all)
    return before


def _leave_all() -> None:
    """Let Python end without searching a whole site for lost objects: all memory goes with the process.

    Searching takes as long as building a small site. What it would still do is to write the rest of files
    that other plugins opened and never closed: they are written here.
    """
    for held in gc.get_objects():
        if type(held) in (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom):
            with suppress(OSError, ValueError):  # it is closed, or the disk is full
                held.flush()
    gc.freeze()
