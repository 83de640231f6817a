"""Copies of this process that work on something, and tell of each piece that they finished. Linux only."""

import ctypes
import gc
import os
import pickle
import select
import signal
import struct
import sys
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import IO, Any

_SIGNAL_WITH_PARENT = 1
"""What Linux calls PR_SET_PDEATHSIG."""
_WORD = struct.Struct("=QQ")
"""What is told of an outcome: the number of its piece, and how long its pickle is."""
_WORDS = 256
"""So many words are heard at once."""


@dataclass(slots=True)
class Fork:
    """A forked process, the file that it writes its outcomes to, and the pipe that tells of them."""

    process: int
    file: IO[bytes]
    pipe: int
    ended: bool = False
    _length: int = 0
    _told: dict[int, tuple[int, int]] = field(default_factory=dict)

    def outcome(self, number: int) -> Any | None:
        """Return what became of a piece, if that is there by now and can be read."""
        if number not in self._told:
            self._hear()
        if number not in self._told:
            return None
        start, length = self._told.pop(number)
        try:
            return pickle.loads(os.pread(self.file.fileno(), length, start))  # noqa: S301 - from our own child
        except Exception:
            return None

    def has_ended(self) -> bool:
        """Tell whether it is through with its work, or stopped."""
        self._hear()
        return self.ended

    def _hear(self) -> None:
        """Take note of what it finished meanwhile."""
        while not self.ended:
            try:
                words = os.read(self.pipe, _WORDS * _WORD.size)
            except BlockingIOError:
                return
            self.ended = not words
            for number, length in _WORD.iter_unpack(words):
                self._told[number] = self._length, length
                self._length += length

    def close(self) -> None:
        """End the process where it still works."""
        if self.file.closed:
            return
        with suppress(ChildProcessError):
            if os.waitpid(self.process, os.WNOHANG) == (0, 0):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
        self.file.close()
        os.close(self.pipe)


def wait(forks: Iterable[Fork]) -> bool:
    """Wait until one of these processes has something to tell or ends; False where all have ended."""
    poll = select.poll()
    working = [fork.pipe for fork in forks if not fork.ended]
    for pipe in working:
        poll.register(pipe, select.POLLIN)
    return bool(working and poll.poll())


def fork(outcomes: Iterable[tuple[int, Any]]) -> Fork | None:
    """Start a process that goes through `outcomes`, each with the number of its piece.

    None where the system gives no process or no file. It stops at the first one that cannot be pickled or
    written, and dies with this process.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    with ExitStack() as opened:
        try:
            file = opened.enter_context(tempfile.TemporaryFile(buffering=0))
            near, far = os.pipe()
            opened.callback(os.close, near)
            with open(far, "wb", buffering=0) as pipe:  # noqa: PTH123
                _give_back()
                child = os.fork()
                if not child:
                    _work(outcomes, file, pipe, parent)
        except OSError:
            return None
        os.set_blocking(near, False)
        opened.pop_all()
    return Fork(child, file, near)


def _work(outcomes: Iterable[tuple[int, Any]], file: IO[bytes], pipe: IO[bytes], parent: int) -> None:
    """Be the forked process."""
    try:
        _settle(parent)
        for number, outcome in outcomes:
            data = pickle.dumps(outcome)
            if file.write(data) < len(data):
                break
            sys.stdout.flush()
            sys.stderr.flush()
            pipe.write(_WORD.pack(number, len(data)))
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
