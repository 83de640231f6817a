"""The folders of an old site, kept without files: to make folders is much of what writing pages costs."""

import os
import shutil
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
        if any(folder.iterdir()) or not spare.is_dir():
            return []
        found, wanted = _empty(spare), _manner(_made_now(folder))
        if any(_manner(entry.stat(follow_symlinks=False)) != wanted for entry in found):
            return []
    except OSError:
        return []
    try:
        folder.rmdir()
        spare.rename(folder)
    except OSError:
        folder.mkdir(exist_ok=True)
        found = []
    folder.chmod(mode)
    return [f"{folder}{entry.path.removeprefix(str(spare))}" for entry in found]


def remove_empty(folders: list[str]) -> None:
    """Remove those folders that nothing was written into."""
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)  # noqa: PTH106


def _empty(top: Path) -> list[os.DirEntry[str]]:
    """Remove all files below a folder, and links as such; return the folders below it."""
    found: list[os.DirEntry[str]] = []
    waiting = [str(top)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    found.append(entry)
                    waiting.append(entry.path)
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


def _manner(state: os.stat_result) -> tuple[int, int, int]:
    """Return the mode and the owner of a folder, in which those that are used again must be alike."""
    return state.st_mode, state.st_uid, state.st_gid
