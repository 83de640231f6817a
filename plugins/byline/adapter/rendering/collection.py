"""Python's search for lost objects, done seldom while a site is built: a build keeps nearly all it makes."""

import gc
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
    """Search seldom from now on."""
    before = Collection(gc.get_threshold())
    gc.set_threshold(*SELDOM)
    return before
