"""Files with a text that the build makes itself, such as open data."""

from __future__ import annotations

import logging
import marshal
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.site_folder import SiteFolder
from byline.adapter.together import put_in_place
from byline.cache import digest, digest_of, software
from byline.pages import as_json
from byline.problems import Problem

mkdocs_log = logging.getLogger("mkdocs.structure.files")

Text = str | Callable[[], Any]
"""A text, or what returns the plain data that is written as JSON."""


@dataclass(frozen=True, slots=True)
class Later:
    """What returns such data, and a digest of all that it makes them of: often they need not be made."""

    make: Callable[[], Any]
    told: str

    def __call__(self) -> Any:
        """Make the data."""
        return self.make()


class TextFile(File):
    """A file whose text may stand in the cache already. `files` are those that it is one of.

    With `make` its text is JSON, made when it is asked for: those of a large site would fill the memory.
    """

    folder: SiteFolder
    files: Files | None = None
    make: Callable[[], Any] | None = None
    is_in_place = False
    entries: Collection[str] = ()
    _text: bytes | str | None = None

    @property
    def _content(self) -> bytes | str | None:
        return as_json(self.make()) if self.make and self._text is None else self._text

    @_content.setter
    def _content(self, value: bytes | str | None) -> None:
        self._text = value

    def key(self) -> str:
        """Return the key that the file has in the cache: the digest of all that it is made of."""
        if self._text is not None or not self.make:
            return digest_of(self.content_bytes)
        return self.make.told if isinstance(self.make, Later) else _digest_of_data(self.make())

    def gather(self) -> None:
        """Take from the cache what the text is made of: processes forked from this one find nothing there."""

    def copy_file(self, dirty: bool = False) -> None:
        """Put the file in its place; with the first one, all that there are."""
        mkdocs_log.debug("Copying media file: '%s'", self.src_uri)
        if not self.is_in_place:
            put_in_place([self, *self._others()])
        self.is_in_place = False

    def _others(self) -> Iterator[TextFile]:
        """Yield the files that MkDocs is about to copy, too."""
        for file in self.files or ():
            if isinstance(file, TextFile) and file is not self and not file.is_in_place:
                wanted: bool = file.inclusion.is_included()  # type: ignore[no-untyped-call]
                if wanted:
                    yield file


def _digest_of_data(data: Any) -> str:
    try:
        return digest(software(), marshal.dumps(data, 2))
    except ValueError:  # a text with a class of its own
        return digest(software(), data)


def text_file(config: MkDocsConfig, folder: SiteFolder, path: str, text: Text) -> TextFile:
    """Return a file with a text."""
    file: Any = TextFile.generated(config, path, content=text if isinstance(text, str) else "")
    file.folder = folder
    if not isinstance(text, str):
        file.make, file._content = text, None
    return cast("TextFile", file)


def add_texts(
    files: Files, config: MkDocsConfig, folder: SiteFolder, texts: Iterable[tuple[str, Text]]
) -> list[Problem]:
    """Add files with texts. Return where other files already are."""
    problems: list[Problem] = []
    there = files.src_uris
    for path, text in texts:
        if other := there.get(path):
            file = Path(other.abs_src_path or path)
            problems.append(Problem(file, 1, f"the build writes `{path}` itself", "move this file elsewhere"))
        else:
            add_file(files, text_file(config, folder, path, text))
    return problems


def add_file(files: Files, file: TextFile) -> None:
    """Add a file, to be put in its place together with the others of its kind."""
    file.files = files
    files.append(file)
