"""What one command uses, with all processes that it starts: CPU, time, memory."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Use:
    """CPU (user and system) and wall seconds; the most memory at one moment in MB, 0 where not watched."""

    cpu: float
    wall: float
    memory: float = 0.0


def run(command: Sequence[str], folder: Path, *, memory: bool = False) -> Use:
    """Run a command to its end. Watching its memory costs some time, so do it in a run of its own.

    Raises `RuntimeError` with what it printed where it fails.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a tool that is used is compiled once
    with (folder / "output.txt").open("w+b") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        peak = _Peak(process.pid)
        if memory:
            peak.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.over.set()
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)} in {folder}:\n{output.read().decode(errors='replace')}")
    if memory:
        peak.join()
    return Use(used.ru_utime + used.ru_stime, wall, max(peak.most, used.ru_maxrss / 1024) if memory else 0.0)


class _Peak(threading.Thread):
    """Adds up, many times a second, the memory of a process and its descendants, what they share once."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.over = process, 0.0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(_EVERY):
            # Listed first: a process that forks between two readings would be counted whole, and once more.
            self.most = max(self.most, sum(map(_share, list(family(self.process)))) / 1024)


def family(process: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            below = children.read_text().split()
        except OSError:
            continue
        for child in below:
            yield from family(int(child))


def _share(process: int) -> int:
    """Return the KB of a process, its part of what it shares with others."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
