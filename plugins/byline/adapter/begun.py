"""Work under way in several processes: which piece goes to which of them, and their results in order."""

import logging
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

from byline.adapter.forks import Fork, fork, wait
from byline.adapter.hearing import withheld

T = TypeVar("T")
R = TypeVar("R")
Outcome = tuple[R, list[logging.LogRecord]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of pieces, from 0 on. Each of them goes to one process only, to whichever asks first.

    They are places in a file without contents: of those that processes share, Linux moves on one at a time.
    """

    count: int
    file: IO[bytes]

    def take(self) -> int | None:
        """Return the next number; None where all are taken."""
        number = os.lseek(self.file.fileno(), 1, os.SEEK_CUR) - 1
        return number if number < self.count else None


@dataclass(frozen=True, slots=True)
class Begun(Generic[T, R]):
    """Work that other processes do while this one goes on. Asked for results, this one helps.

    Where a build fails meanwhile, the processes end once nobody knows of the work any more.
    """

    work: Callable[[T], R]
    pieces: Sequence[T]
    forks: Sequence[Fork]
    numbers: Numbers | None
    _mine: dict[int, Outcome[R] | None] = field(default_factory=dict)

    def is_done(self) -> bool:
        """Tell whether the other processes have ended."""
        return all(child.has_ended() for child in self.forks)

    def results(self) -> list[R]:
        """Return all results, in the order of their pieces."""
        with closing(self):
            return [self.result(number) for number in range(len(self.pieces))]

    def result(self, number: int) -> R:
        """Return what became of a piece, once; what was logged meanwhile is logged now."""
        is_mine, outcome = self._outcome(number)
        if outcome is None:
            return self.work(self.pieces[number])
        result, records = outcome
        for record in records:
            # A filter that lets each message pass once has seen the records of this process already.
            if is_mine or logging.getLogger(record.name).filter(record):
                logging.getLogger("mkdocs").callHandlers(record)
        return result

    def close(self) -> None:
        """Leave the work where it is."""
        for child in self.forks:
            child.close()
        if self.numbers:
            self.numbers.file.close()

    __del__ = close

    def _outcome(self, number: int) -> tuple[bool, Outcome[R] | None]:
        """Return an outcome, and whether it is of this process; none of what failed, or whose process did."""
        if self.numbers is None:
            return True, None
        while number not in self._mine:
            for child in self.forks:
                if outcome := child.outcome(number):
                    return False, outcome
            taken = self.numbers.take()
            if taken is not None:
                self._mine[taken] = _attempt(self.work, self.pieces[taken])
            elif not wait(self.forks):
                return False, None
        return True, self._mine.pop(number)


def begin(work: Callable[[T], R], pieces: Sequence[T], others: int = 1) -> Begun[T, R]:
    """Let so many other processes begin with work of which the same holds as of that which is spread."""
    if not others:
        return Begun(work, pieces, (), None)
    try:
        file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the work
    except OSError:
        return Begun(work, pieces, (), None)
    numbers = Numbers(len(pieces), file)
    forks = [fork(_outcomes(work, pieces, numbers)) for _ in range(others)]
    return Begun(work, pieces, [child for child in forks if child], numbers)


def _outcomes(
    work: Callable[[T], R], pieces: Sequence[T], numbers: Numbers
) -> Iterator[tuple[int, Outcome[R]]]:
    """Do pieces of the work up to the first one that fails."""
    while (number := numbers.take()) is not None:
        outcome = _attempt(work, pieces[number])
        if outcome is None:
            return
        yield number, outcome


def _attempt(work: Callable[[T], R], piece: T) -> Outcome[R] | None:
    """Do a piece of work and keep what is logged meanwhile; None if it fails."""
    with withheld() as records:
        try:
            return work(piece), records
        except Exception:
            return None
