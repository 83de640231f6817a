"""Files with a text that the build makes itself, such as open data."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.site_folder import SiteFolder
from byline.problems import Problem

mkdocs_log = logging.getLogger("mkdocs.structure.files")

Text = str | Callable[[], str]
"""A text, or what makes it."""


class TextFile(File):
    """A file whose text may stand in the cache already.

    With `make` the text is made when it is asked for: those of a large site would fill the memory.
    """

    folder: SiteFolder
    make: Callable[[], str] | None = None
    _text: bytes | str | None = None

    @property
    def _content(self) -> bytes | str | None:
        return self.make() if self.make and self._text is None else self._text

    @_content.setter
    def _content(self, value: bytes | str | None) -> None:
        self._text = value

    def copy_file(self, dirty: bool = False) -> None:
        """Put the file in its place."""
        mkdocs_log.debug("Copying media file: '%s'", self.src_uri)
        self.folder.write(self.abs_dest_path, self.content_bytes)


def text_file(config: MkDocsConfig, folder: SiteFolder, path: str, text: Text) -> File:
    """Return a file with a text."""
    file: Any = TextFile.generated(config, path, content=text if isinstance(text, str) else "")
    file.folder = folder
    if not isinstance(text, str):
        file.make, file._content = text, None
    return cast("File", file)


def add_texts(
    files: Files, config: MkDocsConfig, folder: SiteFolder, texts: Iterable[tuple[str, Text]]
) -> list[Problem]:
    """Add files with texts. Return where other files already are."""
    problems: list[Problem] = []
    for path, text in texts:
        if other := files.get_file_from_path(path):
            file = Path(other.abs_src_path or path)
            problems.append(Problem(file, 1, f"the build writes `{path}` itself", "move this file elsewhere"))
        else:
            files.append(text_file(config, folder, path, text))
    return problems
