"""Files with a text that the build makes itself, such as open data."""

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.site_folder import SiteFolder
from byline.problems import Problem

mkdocs_log = logging.getLogger("mkdocs.structure.files")


class TextFile(File):
    """A file whose text may stand in the cache already."""

    folder: SiteFolder

    def copy_file(self, dirty: bool = False) -> None:
        """Put the file in its place."""
        mkdocs_log.debug("Copying media file: '%s'", self.src_uri)
        self.folder.write(self.abs_dest_path, self.content_bytes)


def text_file(config: MkDocsConfig, folder: SiteFolder, path: str, text: str) -> File:
    """Return a file with a text."""
    file = TextFile.generated(config, path, content=text)
    file.folder = folder  # type: ignore[attr-defined]
    return file


def add_texts(
    files: Files, config: MkDocsConfig, folder: SiteFolder, texts: Iterable[tuple[str, str]]
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
