"""Which files below the posts folder are articles."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from byline.problems import Problem

ENDINGS = (".md", ".markdown")


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files below a folder; names that begin with a dot do not count."""
    for place, is_folder in _entries(folder):
        if not is_folder and place.endswith(ENDINGS) and _is_ordinary(place):
            yield Path(place)


def no_ordinary_files(folder: Path) -> Iterator[Problem]:
    """Refuse symbolic links to articles and folders, which may lead anywhere, and pipes and devices."""
    for place, is_folder in _entries(folder):
        named = place.endswith(ENDINGS)
        if not is_folder and named and _is_ordinary(place):
            continue
        file = Path(place)
        if file.is_symlink() and (is_folder or named):
            yield Problem(file, 1, "this is a symbolic link", "put the file or folder itself here")
        elif not is_folder and named:
            yield Problem(file, 1, "this is no ordinary file", "write the article into a text file")
        elif not is_folder and not named and file.name.lower().endswith(ENDINGS):
            yield Problem(file, 1, "the file's ending is not `.md`", "rename it to end in `.md`")


def _is_ordinary(place: str) -> bool:
    """Say whether a regular file stands here, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def _entries(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield what is below a folder in a stable order, and whether it is a folder; hidden names are passed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from ((os.path.join(where, name), True) for name in folders)  # noqa: PTH118
        yield from ((os.path.join(where, name), False) for name in sorted(names) if name[0] != ".")  # noqa: PTH118
