"""Watching files: the system tells of changes where it can; elsewhere it is asked twice a second."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from mkdocs.livereload import log
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from byline.adapter.preview.scratch import is_scratch

_NO_CHANGE = {"opened", "closed_no_write"}
_NO_CHANGE_OF_FOLDER = {"created", "modified", "attrib", "closed"}
"""What tells nothing of a folder that the files in it do not tell themselves."""
_SILENT = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|fuse.*|virtiofs|vboxsf|prl_fs|drvfs|afs|ncpfs|grpcfuse|fakeowner"
)
"""File systems that others may write to without this system's knowledge."""


class Watcher:
    """Takes the place of watchdog's observer in MkDocs' server; every change goes to `tell`."""

    def __init__(self, tell: Callable[[Path], None], interval: float = 0.5) -> None:
        self._tell = tell
        self._told, self._asking = Observer(), PollingObserver(timeout=interval)
        self._watches: dict[str, tuple[Any, Any]] = {}

    def schedule(self, _: object, path: str, *, recursive: bool = True) -> str:
        """Watch a file, or a folder with all below it."""
        if path not in self._watches:
            observer = self._told if _tells(path) else self._asking
            self._watches[path] = (observer, self._watch(observer, path, recursive=recursive))
        return path

    def unschedule(self, path: str) -> None:
        """Watch a path no longer."""
        observer, watch = self._watches.pop(path)
        observer.unschedule(watch)

    def start(self) -> None:
        """Begin. Where the system has no more watches to give, everything is asked for instead."""
        try:
            self._told.start()
        except OSError as error:
            log.info(f"The system cannot watch all files ({error}): they are looked at twice a second")
            self._told = self._asking
            self._watches = {
                path: (self._asking, self._watch(self._asking, path, recursive=True))
                for path in self._watches
            }
        self._asking.start()

    def stop(self) -> None:
        """End."""
        for observer in {self._told, self._asking}:
            observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        for observer in {self._told, self._asking}:
            if observer.is_alive():
                observer.join()

    def _watch(self, observer: Any, path: str, *, recursive: bool) -> Any:
        """Watch a path. A file is watched by its folder: saving often puts another file in its place."""
        if Path(path).is_dir() or observer is self._asking:
            return observer.schedule(_Teller(self._tell), path, recursive=recursive)
        return observer.schedule(
            _Teller(self._tell, only=Path(path)), str(Path(path).parent), recursive=False
        )


class _Teller(FileSystemEventHandler):
    def __init__(self, tell: Callable[[Path], None], only: Path | None = None) -> None:
        self._tell, self._only = tell, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _NO_CHANGE:
            return
        if event.is_directory and event.event_type in _NO_CHANGE_OF_FOLDER:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(os.fsdecode(cast("str | bytes", name)))
            if not is_scratch(path) and self._only in (None, path):
                self._tell(path)


def _tells(path: str) -> bool:
    """Say whether the system tells of every change below a path: neither network nor links in between."""
    if (
        not sys.platform.startswith("linux")
        or Path(path).is_symlink()
        or _SILENT.fullmatch(_file_system(path))
    ):
        return False
    return not any(
        os.path.islink(os.path.join(folder, name))  # noqa: PTH114, PTH118 - thousands of names
        for folder, folders, names in os.walk(path)
        for name in (*folders, *names)
    )


def _file_system(path: str) -> str:
    """Return the kind of file system that a path lies on, "" where the system does not say."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    real = os.path.realpath(path)
    best, kind = "", ""
    for _, place, system, *_ in (line.split(" ") for line in mounts):
        place = re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), place)
        inside = real == place or real.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= len(best):
            best, kind = place, system
    return kind
