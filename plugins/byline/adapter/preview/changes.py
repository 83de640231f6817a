"""The files that changed since somebody last looked."""

import threading
import time
from pathlib import Path

QUIET = 0.02
"""Seconds without a change after which a save is taken to be whole."""
LONGEST = 0.5
"""Seconds after which no further change is waited for."""


class Changes:
    """Paths, noted by the threads that watch, and taken all together by the one that builds."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._changed = threading.Condition()
        self._last = 0.0

    def add(self, path: Path) -> None:
        """Note that something happened to a file or folder."""
        with self._changed:
            self._paths.add(path)
            self._last = time.monotonic()
            self._changed.notify_all()

    def take(self, timeout: float) -> frozenset[Path]:
        """Wait for a change, then until the changes stop for a moment; return them. None: an empty set."""
        with self._changed:
            if not self._paths:
                self._changed.wait(timeout)
            if not self._paths:
                return frozenset()
            latest = time.monotonic() + LONGEST
            while (left := min(self._last + QUIET, latest) - time.monotonic()) > 0:
                self._changed.wait(left)
            paths, self._paths = frozenset(self._paths), set()
            return paths

    def wake(self) -> None:
        """End the waiting."""
        with self._changed:
            self._changed.notify_all()
