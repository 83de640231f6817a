"""Which files below the posts folder are articles."""

import os
from collections.abc import Iterator
from pathlib import Path

from byline.problems import Problem

ENDINGS = (".md", ".markdown")


def article_files(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files below a folder; names that begin with a dot do not count."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where) / name
            if (
                name.endswith(ENDINGS)
                and not name.startswith(".")
                and not file.is_symlink()
                and file.is_file()
            ):
                yield file


def no_ordinary_files(folder: Path) -> Iterator[Problem]:
    """Refuse symbolic links to articles and folders, which may lead anywhere, and pipes and devices."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(names)):
            file = Path(where) / name
            if file.is_symlink() and (name in folders or name.endswith(ENDINGS)):
                yield Problem(file, 1, "this is a symbolic link", "put the file or folder itself here")
            elif name in names and name.endswith(ENDINGS) and not file.is_file():
                yield Problem(file, 1, "this is no ordinary file", "write the article into a text file")
            elif name in names and name.lower().endswith(ENDINGS) and not name.endswith(ENDINGS):
                yield Problem(file, 1, "the file's ending is not `.md`", "rename it to end in `.md`")
