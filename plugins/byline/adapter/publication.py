"""One build from its first moment to the site's: staged, then published whole or not at all."""

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from byline.adapter.staging import Staging, begin_staging


@dataclass(frozen=True, slots=True)
class Publication:
    """A build that MkDocs writes beside the site."""

    config: MkDocsConfig
    site_dir: str
    staging: Staging

    @property
    def waited(self) -> bool:
        """Say whether another build went before, during which the content may have changed."""
        return self.staging.waited

    def furnish(self) -> list[str]:
        """Take over folders of an earlier site, and return them. MkDocs has emptied the new one before."""
        self.staging.furnish()
        return self.staging.folders

    def make_way(self, files: Files) -> None:
        """Remove such a folder where a file is to stand now."""
        if folders := set(self.staging.folders):
            for file in files:
                if file.abs_dest_path in folders:
                    shutil.rmtree(file.abs_dest_path)

    def end(self) -> None:
        """Publish the site; one that `--strict` is about to refuse is thrown away."""
        self.staging.strip()
        if _will_be_refused() or not any(self.staging.folder.iterdir()):
            self.staging.discard()
        else:
            self.staging.publish()
        self._restore()

    def give_up(self) -> None:
        """Leave the site as it was."""
        self.staging.discard()
        self._restore()

    def _restore(self) -> None:
        self.config.site_dir = self.site_dir


def begin_publication(config: MkDocsConfig, log: logging.LoggerAdapter[logging.Logger]) -> Publication | None:
    """Let MkDocs build beside the site. None where that cannot be: the site is then built in place."""
    staging = begin_staging(Path(config.site_dir), say=log.info)
    if staging is None:
        log.info("nothing can be written beside %s: the site is built in place", config.site_dir)
        return None
    publication = Publication(config, config.site_dir, staging)
    config.site_dir = str(staging.folder)
    return publication


def _will_be_refused() -> bool:
    """Say whether MkDocs is about to refuse this build: under `--strict` it counts warnings."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
