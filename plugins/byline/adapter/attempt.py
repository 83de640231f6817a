"""What a build takes hold of before anything is written, and lets go of however it ends."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from byline.adapter.build import Build, start_build
from byline.adapter.collection import collect_as_usual, collect_seldom
from byline.adapter.publication import Publication, begin_publication
from byline.cache import Cache, open_cache
from byline.documents import unreadable
from byline.problems import ContentError

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


class Attempt:
    """An attempt to build the site: `end` publishes it, `give_up` leaves it as it was.

    There is no `publication` where the site is built in its place.
    """

    def __init__(self) -> None:
        self.publication: Publication | None = None
        self._cache = Cache()

    def begin(
        self, options: Mapping[str, Any], config: MkDocsConfig, *, preview: bool, in_place: bool
    ) -> Build:
        """Check everything before MkDocs touches the site folder, and stage the site.

        Raises `Abort` with all that is wrong.
        """
        collect_seldom()
        start = partial(start_build, options, config, preview=preview)
        try:
            self._cache = _open_cache(options, config)
            build = start(self._cache)
            self.publication = None if in_place else begin_publication(config, log)
            return start(self._cache) if self.publication and self.publication.waited else build
        except ContentError as error:
            raise Abort("\n".join(str(problem) for problem in error.problems)) from error
        except OSError as error:
            raise Abort(str(unreadable(Path(str(error.filename or config.docs_dir)), error))) from error

    def end(self) -> None:
        """Publish the site."""
        if self.publication:
            self.publication.end()
        log.debug("found in the cache: %s", self._cache.account())
        self._let_go()

    def give_up(self) -> None:
        """Leave the site as it was."""
        if self.publication:
            self.publication.give_up()
        self._let_go(complete=False)

    def _let_go(self, *, complete: bool = True) -> None:
        self.publication = None
        self._cache.close(complete=complete)
        collect_as_usual()


def _open_cache(options: Mapping[str, Any], config: MkDocsConfig) -> Cache:
    """Open what earlier builds of this site worked out, unless `cache: false` says not to."""
    if options.get("cache") is False or not config.config_file_path:
        return Cache()
    return open_cache(Path(config.config_file_path).parent / ".cache" / "byline")
