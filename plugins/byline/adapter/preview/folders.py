"""The two folders that the builds of a preview take in turn: one is served, the other one written."""

import shutil
import tempfile
from contextlib import suppress

from mkdocs.utils import clean_directory


class Folders:
    """`served` is the folder of the last good build, `spare` that of the next one."""

    def __init__(self, served: str) -> None:
        self.served = served
        self.spare = tempfile.mkdtemp(prefix="mkdocs_")
        self._made = self.spare

    def turn(self) -> str:
        """Serve what was built; return its folder."""
        self.served, self.spare = self.spare, self.served
        return self.served

    def empty_spare(self) -> None:
        """Remove the site before, so that the next build need not. The preview may end meanwhile."""
        with suppress(FileNotFoundError):
            clean_directory(self.spare)

    def remove(self) -> None:
        """Remove the folder that this made; the other one is MkDocs' own."""
        shutil.rmtree(self._made, ignore_errors=True)
