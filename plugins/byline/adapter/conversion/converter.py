"""Where the conversion of a page comes from: an earlier build, a batch made ahead, or the parser."""

import logging
from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from byline.adapter.conversion.ahead import Ahead, Follower, P, R
from byline.adapter.conversion.extensions import UnsettledError, read_extensions
from byline.adapter.conversion.kept import keep_conversion, load_conversion
from byline.adapter.conversion.links import settle
from byline.adapter.conversion.parser import Parser
from byline.cache import Cache

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


class Converter:
    """Converts the pages of one build."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._ahead: Ahead[Any, Any] | None = None
        self._parser: Parser | None = None
        self._unsettled = False

    def expect(self, pages: Iterable[P], follower: Follower[P, R]) -> None:
        """Take the pages to come, in MkDocs' order, so that all processes there are can share them.

        In the same processes the follower works out what it will make of their HTML.
        """
        self._ahead = Ahead(self._cache, pages, follower)

    def close(self) -> None:
        """End what was begun ahead for pages that MkDocs does not ask for."""
        if self._ahead:
            self._ahead.stop()

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does, with the same results and the same words in the log."""
        parser, text = self._parser_for(config), page.markdown
        if text is None or parser is None or parser.extensions.read_files_for(text):
            Page.render(page, config, files)
            return
        key = parser.key(text, config)
        known = self._ahead.take(page.file, key, parser, files, config) if self._ahead else None
        known = known or load_conversion(self._cache, key)
        if known and settle(page, known, config, files):
            return
        new = parser.convert(text, page.file, files, config)
        keep_conversion(self._cache, key, new)
        if not settle(page, new, config, files):
            Page.render(page, config, files)

    def _parser_for(self, config: MkDocsConfig) -> Parser | None:
        """Return the parser of the site, None where only MkDocs' own way is safe."""
        if self._unsettled:
            return None
        if self._parser is None or not self._parser.extensions.are_those_of(config):
            try:
                self._parser = Parser(read_extensions(config))
            except UnsettledError as error:
                self._unsettled = True
                log.info("Each build converts all articles anew: %s.", error)
                return None
        return self._parser
