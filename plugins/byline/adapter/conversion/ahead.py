"""Converting the pages to come in batches, by all processes there are."""

from collections.abc import Iterable
from itertools import islice
from typing import Generic, Protocol, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.conversion.kept import Conversion, keep_conversion, load_conversion
from byline.adapter.conversion.parser import Parser
from byline.adapter.processes import processes, spread
from byline.cache import Cache

_FIRST, _LARGEST = 64, 512
_MOST_IN_VAIN = 16


class Foretold(Protocol):
    """A page whose Markdown is known before MkDocs reads it, unless another plugin changes it then."""

    file: File

    @property
    def source(self) -> str:
        """Return the Markdown."""


P = TypeVar("P", bound=Foretold)
R = TypeVar("R")
_P = TypeVar("_P", bound=Foretold, contravariant=True)


class Follower(Protocol[_P, R]):
    """Who makes more of a page's HTML once it is there."""

    def foresee(self, page: _P, html: str) -> R:
        """Work it out, perhaps in another process."""

    def keep(self, foreseen: R) -> None:
        """Take what was worked out, back in this process."""


class Ahead(Generic[P, R]):
    """Conversions made before MkDocs asks for them: of `pages`, in MkDocs' order."""

    def __init__(self, cache: Cache, pages: Iterable[P], follower: Follower[P, R]) -> None:
        self._cache, self._follower = cache, follower
        self._expected = {page.file.src_uri: page for page in pages}
        self._ready: dict[str, tuple[str, Conversion]] = {}
        self._size = _FIRST
        self._in_vain = 0

    def take(
        self, file: File, key: str, parser: Parser, files: Files, config: MkDocsConfig
    ) -> Conversion | None:
        """Return what a page's text became, by its key, if it was converted ahead.

        Once too many texts were others than expected, there are no more batches.
        """
        if file.src_uri in self._expected:
            if self._in_vain > _MOST_IN_VAIN or processes() < 2:
                self._expected = {}
            else:
                self._prepare(parser, files, config)
        expected, conversion = self._ready.pop(file.src_uri, ("", None))
        if expected == key:
            return conversion
        self._in_vain += bool(expected)
        return None

    def _prepare(self, parser: Parser, files: Files, config: MkDocsConfig) -> None:
        """Convert the next pages, and load those that earlier builds know."""
        batch = [self._expected.pop(source) for source in list(islice(self._expected, self._size))]
        self._size = min(self._size * 2, _LARGEST)
        new: list[tuple[P, str]] = []
        for page in batch:
            key = parser.key(page.source, config)
            if known := load_conversion(self._cache, key):
                self._ready[page.file.src_uri] = key, known
            elif not parser.extensions.read_files_for(page.source):
                new.append((page, key))

        def convert(piece: tuple[P, str]) -> tuple[Conversion, R] | None:
            page, _ = piece
            try:
                conversion = parser.convert(page.source, page.file, files, config)
                return conversion, self._follower.foresee(page, conversion.content)
            except Exception:
                return None

        for (page, key), result in zip(new, spread(convert, new), strict=True):
            if result:
                conversion, foreseen = result
                keep_conversion(self._cache, key, conversion)
                self._ready[page.file.src_uri] = key, conversion
                self._follower.keep(foreseen)
