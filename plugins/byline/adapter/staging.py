"""Building beside the site: readers see the old site whole until the new one is whole."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from byline.adapter.exchange import replace_folder, restore_folder
from byline.adapter.spare_folders import keep_folders, remove_empty, take_folders
from byline.problems import ContentError, Problem

LONGEST_WAIT = 600.0
"""Seconds that a build waits for another one of the same site."""


@dataclass(frozen=True, slots=True)
class Staging:
    """A folder beside the site that a build is written into, kept from other builds by a lock.

    Beside `site/` stands `.site.byline/`: in it the `new` site while it is built, the old one `aside` for a
    moment where folders cannot change places at once, its folders, which stay as `spare` ones without a file,
    the `lock`, and the number of the `process` that holds it. `folders` are those that were taken over.
    """

    site: Path
    lock: FileLock
    waited: bool = False
    folders: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Return the folder to build into."""
        return _room(self.site) / "new"

    def furnish(self) -> None:
        """Take over the folders of the site before the last, once nothing else empties the new one."""
        self.folders.extend(take_folders(_room(self.site) / "spare", self.folder))

    def strip(self) -> None:
        """Remove those of them that nothing was written into."""
        remove_empty(self.folders)

    def publish(self) -> None:
        """Put the finished site in the place of the old one, and let the next build begin.

        Hidden files of the old site (`.git`, `.nojekyll`) come along, as MkDocs keeps them too.
        """
        if self.site.is_dir():
            _bring_hidden(self.site, self.folder)
        left = replace_folder(self.site, self.folder, _room(self.site) / "aside")
        if left:
            keep_folders(left, _room(self.site) / "spare")
        self.discard()

    def discard(self) -> None:
        """Throw away what was built, leave the site as it is, and let the next build begin."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.lock.is_locked:
            (_room(self.site) / "process").unlink(missing_ok=True)
            self.lock.release()


def begin_staging(site: Path, *, say: Callable[[str], None], wait: float = LONGEST_WAIT) -> Staging | None:
    """Wait for any other build of this site, mend what a killed one left, and give a folder to build into.

    `say` tells the author about the waiting. None where nothing can be made or moved beside the site (it is
    a mount point, its parent is read-only): such a site is built in place. Raises `ContentError` when the
    other build does not end within `wait` seconds.
    """
    site = site.resolve()
    room = _room(site)
    try:
        room.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    if site.is_mount() or not os.access(room, os.W_OK):
        return None
    lock = FileLock(room / "lock")
    waited = _acquire(lock, site, say, wait)
    (room / "process").write_text(str(os.getpid()), encoding="ascii")
    restore_folder(site, room / "aside")
    for left in ("new", "aside"):
        shutil.rmtree(room / left, ignore_errors=True)
    (room / "new").mkdir(exist_ok=True)
    if site.is_dir():
        shutil.copymode(site, room / "new")
    return Staging(site, lock, waited)


def _room(site: Path) -> Path:
    return site.with_name(f".{site.name}.byline")


def _acquire(lock: FileLock, site: Path, say: Callable[[str], None], wait: float) -> bool:
    """Take the lock, and say whether another build had to end first."""
    try:
        lock.acquire(timeout=0)
        return False
    except Timeout:
        say(f"{_holder(site)} is writing this site; waiting for it to end")
    try:
        lock.acquire(timeout=wait)
        return True
    except Timeout:
        wrong = f"{_holder(site)} has been writing this site for {wait / 60:.0f} minutes"
        raise ContentError([Problem(site, 1, wrong, "wait for it to end, or end it")]) from None


def _holder(site: Path) -> str:
    try:
        return f"another build (process {(_room(site) / 'process').read_text(encoding='ascii')})"
    except OSError:
        return "another build"


def _bring_hidden(old: Path, new: Path) -> None:
    """Link the hidden files of the old site into the new one, where it has none of that name."""
    for entry in old.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or target.exists() or target.is_symlink():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True, copy_function=_link)
        else:
            _link(str(entry), str(target))


def _link(source: str, target: str) -> None:
    """Give a file a second name; copy it where the file system has no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
