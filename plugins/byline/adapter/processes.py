"""Work shared between processes: the same results, and the same words in the log, as without."""

import logging
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 32
"""Below so many pieces of work a second process costs more than it saves."""


def processes() -> int:
    """Return how many processes may work at once: a fork of this one must be safe, which only Linux tells.

    `BYLINE_PROCESSES` in the environment sets it; 1 is none but this one.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    wanted = os.environ.get("BYLINE_PROCESSES", "")
    return int(wanted) if wanted.isdigit() and int(wanted) > 0 else min(len(os.sched_getaffinity(0)), 8)


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """Return what `work` makes of each piece, in their order, worked out by all processes there are.

    Work must change nothing that later work reads: half of it happens in a forked process, from which only
    results, log records of MkDocs and the first exception come back. Results must be picklable.
    """
    count = min(processes(), len(pieces) // FEWEST + 1)
    if count < 2:
        return [work(piece) for piece in pieces]
    children = [_fork(work, pieces[number::count]) for number in range(1, count)]
    done = [_attempt(work, pieces[0::count])]
    done += [_receive(*child) for child in children]
    results: list[R] = []
    for position in range(len(pieces)):
        share, place = done[position % count], position // count
        if place >= len(share):
            raise RuntimeError("a process that built part of the site was ended from outside")
        result, records, error = share[place]
        for record in records:
            logging.getLogger(record.name).handle(record)
        if error is not None:
            raise error
        results.append(result)
    return results


def _attempt(work: Callable[[T], R], pieces: Sequence[T]) -> list[tuple[Any, list[logging.LogRecord], Any]]:
    """Do the work up to the first piece that fails, keeping what is logged meanwhile."""
    done: list[tuple[Any, list[logging.LogRecord], Any]] = []
    for piece in pieces:
        with _kept_records() as records:
            try:
                done.append((work(piece), records, None))
            except Exception as error:
                done.append((None, records, error))
                break
    return done


def _fork(work: Callable[[T], R], pieces: Sequence[T]) -> tuple[int, int]:
    """Start a process that does some of the work; return its number and what its results are read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_pickled(_attempt(work, pieces)))
        status = 0
    finally:
        os._exit(status)


def _receive(child: int, reading: int) -> list[tuple[Any, list[logging.LogRecord], Any]]:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(data) if data else []  # noqa: S301 - from our own child


def _pickled(done: list[tuple[Any, list[logging.LogRecord], Any]]) -> bytes:
    for _, records, _ in done:
        for record in records:
            record.msg, record.args, record.exc_info = record.getMessage(), None, None
    try:
        return pickle.dumps(done)
    except Exception:
        last = done[-1]
        told = RuntimeError(f"{type(last[2]).__name__}: {last[2]}") if last[2] else last[2]
        return pickle.dumps([*done[:-1], (last[0], last[1], told)])


@contextmanager
def _kept_records() -> Iterator[list[logging.LogRecord]]:
    """Keep what MkDocs and its plugins log, instead of printing it out of turn."""
    logger = logging.getLogger("mkdocs")
    records: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = records.append  # type: ignore
    handlers, logger.handlers = logger.handlers, [handler]
    propagate, logger.propagate = logger.propagate, False
    try:
        yield records
    finally:
        logger.handlers, logger.propagate = handlers, propagate
