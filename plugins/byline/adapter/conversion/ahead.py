"""Converting the pages to come, by all processes there are: some of them ahead of MkDocs."""

from collections.abc import Iterable
from itertools import islice
from typing import Generic, Protocol, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.conversion.kept import Conversion, keep_conversion, load_conversion
from byline.adapter.conversion.parser import Parser
from byline.adapter.processes import Begun, begin, others, processes
from byline.cache import Cache

_BATCH = 1024
"""So many pages are looked up at once: what earlier builds know of them is in memory meanwhile."""
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
    """Conversions of `pages`, in MkDocs' order. Other processes make them before MkDocs asks for them."""

    def __init__(self, cache: Cache, pages: Iterable[P], follower: Follower[P, R]) -> None:
        self._cache, self._follower = cache, follower
        self._expected = {page.file.src_uri: page for page in pages}
        self._known: dict[str, tuple[str, Conversion]] = {}
        self._new: dict[str, tuple[str, int]] = {}
        self._begun: Begun[P, tuple[Conversion, R] | None] | None = None
        self._in_vain = 0

    def take(
        self, file: File, key: str, parser: Parser, files: Files, config: MkDocsConfig
    ) -> Conversion | None:
        """Return what a page's text became, by its key, if it was expected.

        Once too many texts were others than expected, nothing is done ahead any more.
        """
        if file.src_uri in self._expected:
            if processes() < 2:
                self._expected = {}
            else:
                self._begin(parser, files, config)
        if file.src_uri in self._new:
            return self._finish(file.src_uri, key)
        expected, known = self._known.pop(file.src_uri, ("", None))
        if expected == key:
            return known
        self._note_in_vain(in_vain=bool(expected))
        return None

    def _begin(self, parser: Parser, files: Files, config: MkDocsConfig) -> None:
        """Load those of the next pages that earlier builds know, and begin to convert the others."""
        self.stop()
        new: list[P] = []
        for source in list(islice(self._expected, _BATCH)):
            page = self._expected.pop(source)
            key = parser.key(page.source, config)
            if known := load_conversion(self._cache, key):
                self._known[source] = key, known
            elif not parser.extensions.read_files_for(page.source):
                self._new[source] = key, len(new)
                new.append(page)

        def convert(page: P) -> tuple[Conversion, R] | None:
            try:
                conversion = parser.convert(page.source, page.file, files, config)
                return conversion, self._follower.foresee(page, conversion.content)
            except Exception:
                return None

        self._begun = begin(convert, new, others(new))

    def _finish(self, source: str, key: str) -> Conversion | None:
        """Return the conversion of a page that no earlier build knows; None where that is another text's."""
        expected, number = self._new.pop(source)
        result = self._begun.result(number) if self._begun and expected == key else None
        self._note_in_vain(in_vain=expected != key)
        if not self._new:
            self.stop()
        if result is None:
            return None
        conversion, foreseen = result
        keep_conversion(self._cache, key, conversion)
        self._follower.keep(foreseen)
        return conversion

    def _note_in_vain(self, *, in_vain: bool) -> None:
        self._in_vain += in_vain
        if self._in_vain > _MOST_IN_VAIN:
            self._expected = {}
            self.stop()

    def stop(self) -> None:
        """Convert no more of the pages that were begun with."""
        self._new = {}
        if self._begun:
            self._begun.close()
            self._begun = None
