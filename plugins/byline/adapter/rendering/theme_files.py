"""The files of a theme, told from all others: what they say decides what every page looks like."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from byline.cache import digest


def templates(directories: Iterable[str], installed: Iterable[str]) -> str:
    """Return a digest of all templates of a theme; those in `installed` folders change with the software."""
    kept = [Path(folder).resolve() for folder in installed]
    found = []
    for directory in map(Path, directories):
        if not any(directory.resolve().is_relative_to(folder) for folder in kept):
            files = sorted(file for file in directory.rglob("*") if file.is_file())
            found += [[str(file.relative_to(directory)), _content(file)] for file in files]
        found.append([])
    return digest(found)


def _content(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=16).hexdigest()
