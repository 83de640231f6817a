"""Writing what was planned: all of it or nothing, and never over a file that is there."""

import os
import tempfile
from pathlib import Path

from byline.documents import name_new_file
from byline.importers.planning import ImportPlan
from byline.problems import ContentError, Problem


def write_import(plan: ImportPlan, authors_file: Path) -> None:
    """Write the files of a plan and the author file. Raises `ContentError`, and then nothing has changed."""
    staged: list[tuple[Path, Path]] = []
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for file in plan.new_files:
            folders += _make_folder(file.path.parent)
            staged.append((_stage(file.path, file.text), file.path))
        if plan.authors_text is not None:
            folders += _make_folder(authors_file.parent)
            authors = _stage(authors_file.resolve(), plan.authors_text, like=authors_file)
            staged.append((authors, authors_file.resolve()))
        for temporary, path in staged[: len(plan.new_files)]:
            name_new_file(temporary, path)
            made.append(path)
        if plan.authors_text is not None:
            authors.replace(authors_file.resolve())
    except OSError as error:
        _undo(made, folders, staged)
        raise ContentError([_refusal(error, staged, authors_file)]) from error
    except BaseException:
        _undo(made, folders, staged)
        raise
    for temporary, _ in staged:
        temporary.unlink(missing_ok=True)


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the ones that were not there, deepest first."""
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _stage(path: Path, text: str, *, like: Path | None = None) -> Path:
    """Write a text to a file of another name beside `path`, with the rights of a new file or of `like`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".byline-", suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))
    mask = os.umask(0)
    os.umask(mask)
    mode = like.stat().st_mode & 0o777 if like and like.exists() else 0o666 & ~mask
    Path(name).chmod(mode)
    return Path(name)


def _undo(made: list[Path], folders: list[Path], staged: list[tuple[Path, Path]]) -> None:
    for path in (*made, *(temporary for temporary, _ in staged)):
        path.unlink(missing_ok=True)
    for folder in sorted(set(folders), key=lambda path: len(path.parts), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _refusal(error: OSError, staged: list[tuple[Path, Path]], authors_file: Path) -> Problem:
    names = {str(temporary): path for temporary, path in staged}
    raw = error.filename2 if error.filename2 is not None else error.filename
    file = names.get(str(raw), Path(str(raw))) if raw is not None else authors_file
    if isinstance(error, FileExistsError):
        return Problem(file, 1, "this file is there already", "rename it, or give the post another `--title`")
    return Problem(
        file, 1, f"it cannot be written ({error.strerror or error})", "mend that, and import again"
    )
