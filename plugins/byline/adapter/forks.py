"""Copies of this process that work on something and leave what it became in a file. Linux only."""

import ctypes
import gc
import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

_SIGNAL_WITH_PARENT = 1
"""What Linux calls PR_SET_PDEATHSIG."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A forked process, and the file that it writes its outcomes to, one pickle behind the other."""

    process: int
    file: IO[bytes]

    def outcomes(self) -> Iterator[Any]:
        """Wait for the process to end, and return all that it finished."""
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)
        self.file.seek(0)
        while True:
            try:
                outcome = pickle.load(self.file)  # noqa: S301 - from our own child, never from the cache
            except Exception:
                return
            yield outcome

    def close(self) -> None:
        """End the process where it still works."""
        with suppress(ChildProcessError):
            if os.waitpid(self.process, os.WNOHANG) == (0, 0):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
        self.file.close()


def fork(outcomes: Iterable[Any]) -> Fork | None:
    """Start a process that goes through `outcomes`. None where the system gives no process or no file.

    It stops at the first one that cannot be pickled or written, and dies with this process.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the fork
    except OSError:
        return None
    parent = os.getpid()
    _give_back()
    try:
        child = os.fork()
    except OSError:
        file.close()
        return None
    if child:
        return Fork(child, file)
    try:
        _settle(parent)
        for outcome in outcomes:
            file.write(pickle.dumps(outcome))
        file.flush()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(0)


def _give_back() -> None:
    """Give the system the memory that is free: what is copied with the process costs memory and time.

    Only some C libraries can do so.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _settle(parent: int) -> None:
    """Make the process end with its parent and at Ctrl-C without a word, and use little memory of its own."""
    gc.freeze()
    os.environ["BYLINE_PROCESSES"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_SIGNAL_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
