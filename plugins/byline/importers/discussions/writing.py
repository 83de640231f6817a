"""Writing several files, new ones and old ones: all or none, and never over what was not read."""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from byline.documents import Replacement, name_new_file, replace_texts
from byline.documents.replacing import unwritable
from byline.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Change:
    """A file, the text that was read from it (None: there was no such file), and the text it is to hold."""

    file: Path
    old: str | None
    new: str


def write_changes(changes: Sequence[Change]) -> None:
    """Write them all. Raises `ContentError`, and then nothing has changed."""
    made: list[Path] = []
    try:
        for change in changes:
            if change.old is None:
                _create(change.file, change.new)
                made.append(change.file)
        replace_texts(
            [Replacement(change.file, change.old, change.new) for change in changes if change.old is not None]
        )
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def _create(file: Path, text: str) -> None:
    """Make a file that must not be there, whole or not at all."""
    temporary = None
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".byline-", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        name_new_file(temporary, file)
    except FileExistsError as error:
        wrong, mend = "somebody made this file just now", "run this again"
        raise ContentError([Problem(file, 1, wrong, mend)]) from error
    except OSError as error:
        raise ContentError([unwritable(file, error)]) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
