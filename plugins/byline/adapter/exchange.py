"""Putting one folder in another's place, at once where the system can."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def replace_folder(old: Path, new: Path, aside: Path) -> Path | None:
    """Put the folder `new` in the place of `old`, and return where the old one stands now, if there was one.

    On Linux both change places in one step (renameat2 with RENAME_EXCHANGE), so that no moment lacks the
    folder. Elsewhere the old one goes `aside` first; `restore_folder` mends what a crash in between leaves.
    All three must lie on one file system.
    """
    if not old.exists():
        new.rename(old)
        return None
    if _exchange(old, new):
        return new
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    return aside


def restore_folder(old: Path, aside: Path) -> None:
    """Put a folder back that was set aside by a replacement that did not come to its end."""
    if aside.exists() and not old.exists():
        aside.rename(old)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
