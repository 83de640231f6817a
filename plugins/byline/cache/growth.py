"""When it is time to look at the size of a cache, and at files that no result names."""

from contextlib import suppress
from pathlib import Path

from byline.cache.files import remove_strays
from byline.cache.results import Results

_DAY = 86_400


def has_grown(folder: Path, kept: int, most: int) -> bool:
    """Add the bytes that a build kept; say whether builds kept more than so many since this was said last.

    To add up the sizes of all results takes longer than most builds have to do.
    """
    mark = folder / "grown"
    with suppress(OSError, ValueError):
        total = int(mark.read_text(encoding="ascii")) + kept
        if total <= most:
            if kept:
                mark.write_text(str(total), encoding="ascii")
            return False
    with suppress(OSError):
        mark.write_text("0", encoding="ascii")
    return True


def sweep(folder: Path, results: Results, now: int) -> None:
    """Once a day, remove the files that killed builds left."""
    mark = folder / "swept"
    with suppress(OSError):
        if mark.is_file() and abs(now - mark.stat().st_mtime) < _DAY:
            return
        mark.touch()
        if (known := results.keys("file")) is not None:
            remove_strays(folder / "files", known)
