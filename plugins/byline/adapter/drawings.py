"""Drawing the checklists of a whole site: what was drawn before is kept, the rest is shared out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from byline.adapter.processes import Begun, begin, others, spread
from byline.articles import article_files
from byline.cache import Cache, digest, software
from byline.checklists import Drawing, as_plain, draw, from_plain
from byline.documents import read_text
from byline.problems import ContentError

_KIND = "drawing"


class Drawer:
    """Draws the tips of texts, in their order."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._begun: Begun[Path, tuple[str, Any] | None] | None = None

    def begin(self, folder: Path) -> None:
        """In a first build, let other processes begin with the files of a folder, before they are read."""
        if not self._cache.asked_before(_KIND):
            files = list(article_files(folder))
            self._begun = begin(_drawn, files, others(files))

    def __call__(self, texts: Sequence[str]) -> list[Drawing]:
        """Return the drawings of texts."""
        keys = [_key(text) for text in texts]
        known: list[Any] = [self._cache.load(_KIND, key) for key in keys]
        begun, self._begun = self._begun, None
        drawn = dict(filter(None, begun.results())) if begun and None in known else {}
        new = [number for number, key in enumerate(keys) if known[number] is None and key not in drawn]
        values = spread(lambda number: _plain(texts[number]), new)
        drawn |= {keys[number]: value for number, value in zip(new, values, strict=True)}
        for number, key in enumerate(keys):
            if known[number] is None:
                known[number] = drawn[key]
                self._cache.save(_KIND, key, drawn[key])
        return [from_plain(value) for value in known]


def _key(text: str) -> str:
    return digest(software(), text)


def _plain(text: str) -> Any:
    return as_plain(draw(text, reasons=False))


def _drawn(file: Path) -> tuple[str, Any] | None:
    """Return what is drawn from a file, and its key; None for a file that cannot be read."""
    try:
        text = read_text(file)
    except (ContentError, OSError):
        return None
    return _key(text), _plain(text)
