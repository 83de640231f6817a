"""Work shared between processes: the same results, and the same words in the log, as without."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Generic, TypeVar

from byline.adapter.forks import Fork, fork
from byline.adapter.hearing import withheld

T = TypeVar("T")
R = TypeVar("R")
Outcome = tuple[R, list[logging.LogRecord]]

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


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """Return what `work` makes of each piece, in their order, worked out by all processes there are.

    Work must change nothing that later work reads: part of it happens in forked processes, from which only
    results and log records of MkDocs come back. Where such a process stopped (the work failed, its result
    cannot be pickled, somebody killed it) the rest is done here, so that errors show as without it.
    """
    count = min(processes(), len(pieces) if wanted() else len(pieces) // FEWEST + 1)
    if count < 2:
        return [work(piece) for piece in pieces]
    with ExitStack() as stack:
        forks = [fork(_attempt(work, pieces[number::count])) for number in range(1, count)]
        for child in filter(None, forks):
            stack.callback(child.close)
        mine = iter(list(_attempt(work, pieces[0::count])))
        shares = [mine, *(child.outcomes() if child else iter(()) for child in forks)]
        return [_settle(work, piece, shares[number % count], mine) for number, piece in enumerate(pieces)]


@dataclass(frozen=True, slots=True)
class Begun(Generic[T, R]):
    """Work that another process does while this one goes on."""

    work: Callable[[T], R]
    pieces: Sequence[T]
    child: Fork | None

    def results(self) -> list[R]:
        """Wait for the work, and return what `spread` would."""
        share = self.child.outcomes() if self.child else iter(())
        with closing(self):
            return [_settle(self.work, piece, share, iter(())) for piece in self.pieces]

    def close(self) -> None:
        """Leave the work where it is."""
        if self.child:
            self.child.close()


def begin(work: Callable[[T], R], pieces: Sequence[T]) -> Begun[T, R]:
    """Let another process begin with work of which the same holds as of that which is spread."""
    return Begun(work, pieces, fork(_attempt(work, pieces)))


def wanted() -> int:
    """Return how many processes there shall be, however little there is to do; 0 where nobody said so."""
    told = os.environ.get("BYLINE_PROCESSES", "")
    return min(int(told), _MOST) if told.isascii() and told.isdecimal() and len(told) < 9 else 0


def _attempt(work: Callable[[T], R], pieces: Sequence[T]) -> Iterator[Outcome[R]]:
    """Do the work up to the first piece that fails, keeping what is logged meanwhile."""
    for piece in pieces:
        with withheld() as records:
            try:
                result = work(piece)
            except Exception:
                return
        yield result, records


def _settle(work: Callable[[T], R], piece: T, share: Iterator[Outcome[R]], mine: Iterator[Outcome[R]]) -> R:
    """Return the next result of a share, and log what was logged; do the work where the share has ended."""
    outcome = next(share, None)
    if outcome is None:
        return work(piece)
    result, records = outcome
    for record in records:
        # A filter that lets each message pass once has seen the records of this process already.
        if share is mine or logging.getLogger(record.name).filter(record):
            logging.getLogger("mkdocs").callHandlers(record)
    return result
