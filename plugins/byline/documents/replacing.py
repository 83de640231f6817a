"""Replacing texts in place: all of them or none, and never half of one."""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from byline.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, the text that was read from it, and the text that it is to hold."""

    file: Path
    old: str
    new: str


def replace_texts(replacements: Sequence[Replacement]) -> None:
    """Write the new texts, each beside its file and then into its place.

    Raises `ContentError`, and then every file holds its old text. A symbolic link stays one.
    """
    staged: list[tuple[Path, Replacement]] = []
    done: list[Replacement] = []
    at = replacements[0].file if replacements else Path()
    try:
        for replacement in replacements:
            at = replacement.file
            staged.append((_stage(at.resolve(), replacement.new), replacement))
        for temporary, replacement in staged:
            at = replacement.file
            _unchanged(replacement)
            temporary.replace(at.resolve())
            done.append(replacement)
    except BaseException as error:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        for replacement in done:
            _stage(replacement.file.resolve(), replacement.old).replace(replacement.file.resolve())
        if isinstance(error, OSError):
            raise ContentError([unwritable(at, error)]) from error
        raise


def unwritable(file: Path, error: OSError) -> Problem:
    """Say that the system does not let a file be written."""
    wrong = f"the file cannot be written ({error.strerror or error})"
    return Problem(file, 1, wrong, "check that you may write it and its folder")


def _unchanged(replacement: Replacement) -> None:
    if replacement.file.read_bytes() != replacement.old.encode():
        wrong, mend = "the file was changed by someone else just now", "run this again"
        raise ContentError([Problem(replacement.file, 1, wrong, mend)])


def _stage(file: Path, text: str) -> Path:
    """Write a text to a file of another name beside `file`, with its owner and rights."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".byline-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        like = file.stat()
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(name, like.st_uid, like.st_gid)
        temporary.chmod(like.st_mode & 0o777)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def name_new_file(temporary: Path, file: Path) -> None:
    """Give a staged file its name, which must be free. File systems without links copy it instead."""
    try:
        file.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        with file.open("xb") as stream:
            stream.write(temporary.read_bytes())
