"""The folders of an old site, kept without files: to make folders is much of what writing pages costs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def keep_folders(old: Path, spare: Path) -> None:
    """Remove all files of a site that nobody reads any more, and keep its folders for the next build.

    Hidden folders (`.git`) go whole. What cannot be emptied is not kept.
    """
    shutil.rmtree(spare, ignore_errors=True)
    try:
        for entry in list(os.scandir(old)):
            if entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
        _empty(old)
        old.rename(spare)
    except OSError:
        shutil.rmtree(old, ignore_errors=True)


def take_folders(spare: Path, folder: Path) -> list[str]:
    """Put the kept folders in the place of an empty folder; return them all, those within others later.

    None of them comes where they are not such as would be made now, or where the folder holds something.
    """
    mode = folder.stat().st_mode
    try:
        if any(folder.iterdir()) or not spare.is_dir() or not _is_alike(spare, _made_now(folder)):
            return []
    except OSError:
        return []
    try:
        folder.rmdir()
        spare.rename(folder)
        found = _empty(folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(exist_ok=True)
        found = []
    folder.chmod(mode)
    return found


def remove_empty(folders: list[str]) -> None:
    """Remove those folders that nothing was written into."""
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)  # noqa: PTH106


def _empty(top: Path) -> list[str]:
    """Remove all files below a folder; return the folders below it."""
    found: list[str] = []
    for entry in _below(top):
        if entry.is_dir(follow_symlinks=False):
            found.append(entry.path)
        else:
            os.unlink(entry.path)  # noqa: PTH108
    return found


def _made_now(folder: Path) -> os.stat_result:
    """Return what a folder is like that is made in another one now."""
    sample = folder / ".sample"
    sample.mkdir()
    try:
        return sample.lstat()
    finally:
        sample.rmdir()


def _is_alike(spare: Path, sample: os.stat_result) -> bool:
    """Say whether all folders below one have the mode and the owner of another."""
    wanted = sample.st_mode, sample.st_uid, sample.st_gid
    states = (
        entry.stat(follow_symlinks=False) for entry in _below(spare) if entry.is_dir(follow_symlinks=False)
    )
    return all((state.st_mode, state.st_uid, state.st_gid) == wanted for state in states)


def _below(top: Path) -> Iterator[os.DirEntry[str]]:
    """Yield all that stands below a folder: folders before what is in them, links as such."""
    waiting = [str(top)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            found = list(entries)
        waiting += [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
        yield from found
