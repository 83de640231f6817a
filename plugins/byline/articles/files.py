"""Which files below the posts folder are articles."""

import os
from collections.abc import Iterator
from pathlib import Path

from byline.problems import Problem

ENDINGS = (".md", ".markdown")


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files below a folder; names that begin with a dot do not count."""
    for file, is_folder in _entries(folder):
        if not is_folder and file.name.endswith(ENDINGS) and not file.is_symlink() and file.is_file():
            yield file


def no_ordinary_files(folder: Path) -> Iterator[Problem]:
    """Refuse symbolic links to articles and folders, which may lead anywhere, and pipes and devices."""
    for file, is_folder in _entries(folder):
        named = file.name.endswith(ENDINGS)
        if file.is_symlink() and (is_folder or named):
            yield Problem(file, 1, "this is a symbolic link", "put the file or folder itself here")
        elif not is_folder and named and not file.is_file():
            yield Problem(file, 1, "this is no ordinary file", "write the article into a text file")
        elif not is_folder and not named and file.name.lower().endswith(ENDINGS):
            yield Problem(file, 1, "the file's ending is not `.md`", "rename it to end in `.md`")


def _entries(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Yield what is below a folder in a stable order, and whether it is a folder; hidden names are passed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from ((Path(where) / name, True) for name in folders)
        yield from ((Path(where) / name, False) for name in sorted(names) if not name.startswith("."))
