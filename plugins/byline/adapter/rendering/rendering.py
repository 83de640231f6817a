"""All pages of one build: taken from the cache, or left to wait until many are printed together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from byline.adapter.rendering.chrome import Chrome
from byline.adapter.rendering.facts import Facts
from byline.adapter.rendering.keeping import Keeping
from byline.adapter.rendering.printing import mkdocs_log
from byline.adapter.rendering.queue import Job, Silence
from byline.adapter.rendering.translated import Translated
from byline.adapter.rendering.waiting import Waiting
from byline.adapter.rendering.watched import Watched

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


@dataclass(slots=True)
class Rendering:
    """The pages of one build.

    MkDocs' page loop hands each page to `take`. What the cache knows is put in its place there and then, the
    rest waits for `finish`. With `at_once` set, as it is after `finish` for a preview's single pages, each
    page that MkDocs builds is printed anew and returned to it; nothing is read from the cache or kept in it.
    What the frame round each page printed is remembered in both cases.
    """

    config: MkDocsConfig
    nav: Navigation
    chrome: Chrome
    facts: Facts
    keeping: Keeping
    waiting: Waiting
    at_once: bool = False
    restless: bool = False
    translated: Translated | None = None
    standing: Callable[[Any, Page], str | None] | None = None
    taken: int = 0
    known: int = 0
    _expected: Any = None
    _standing: str | None = None
    _stands: Page | None = None
    _looked_at: dict[str, str | None] = field(default_factory=dict)
    _watched: Watched | None = None
    _silence: Silence = field(default_factory=Silence)

    def __post_init__(self) -> None:
        mkdocs_log.addFilter(self._silence)
        if self.restless:
            self.waiting.state = self._stamp()

    def stands(self, context: Any, page: Page) -> bool:
        """Put a page in its place if it is known at first sight; say whether it was."""
        if page.file.src_uri in self._looked_at:
            self._standing = self._looked_at.pop(page.file.src_uri)
            return False
        self._standing = None if self.at_once or not self.standing else self.standing(context, page)
        if not self._standing or not self.keeping.put_standing(self._standing, page):
            return False
        self._stands = page
        return True

    def leave_out(self, page: Page) -> bool:
        """Put a page in its place before MkDocs comes to it, if it stands; say whether it does.

        For pages that no plugin gives anything.
        """
        if self.stands({}, page):
            self.known += 1
            return True
        self._looked_at[page.file.src_uri] = self._standing
        return False

    def expect(self, context: Any, page: Page) -> None:
        """Take note of the context that MkDocs is about to print a page with, after all plugins saw it."""
        self._expected = context
        self._silence.source = ""
        self.chrome.begin(page, context)
        if self.restless:
            self.chrome.state = self._stamp()

    def take(self, template: Template, context: Any) -> str | None:
        """Return nothing for a page that is done or will be; None for what is to be printed at once."""
        if context is not self._expected or self.at_once:
            return None
        self._expected = None
        same = context.get("config") is self.config and context.get("nav") is self.nav
        if not same or self.chrome.state != self.waiting.state:
            return None
        page: Page = context["page"]
        if page is self._stands:
            self.known += 1
        else:
            self._take(template, context, page)
        self._silence.source = page.file.src_uri
        return ""

    def _take(self, template: Template, context: Any, page: Page) -> None:
        site = self._watch(context["byline"])
        key = self.keeping.key(template.name or "", context, page)
        if key is not None and self.keeping.put_in_place(key, page):
            self.taken += 1
            if self._standing:
                self.keeping.keep_standing(self._standing, key)
            return
        page.active = False  # others may be printed now
        self.waiting.add(Job(template, {**context, "byline": site}, page, key, self._standing))
        self.config._current_page, page.active = page, True

    def finish(self) -> None:
        """Print all pages that wait. Raises what a template raises."""
        self.end()
        self.waiting.finish()
        told = self.known + self.taken, self.waiting.printed, self.known
        log.debug("pages: %d from the cache, %d printed; %d known at first sight", *told)
        self.waiting.timing.tell(log)
        for partial in self.chrome.partials:
            for piece in (partial, partial.around):
                if piece and piece.hits:
                    log.debug("%s: %d remembered, %d printed", piece, piece.hits, piece.misses)
        if self.translated:
            self.chrome.readings.keep()
            self.translated.cache.close()
        self.at_once = True

    def end(self) -> None:
        """Let MkDocs say again what it likes."""
        mkdocs_log.removeFilter(self._silence)

    def give_up(self) -> None:
        """Print no more pages."""
        self.end()
        self.waiting.give_up()

    def _watch(self, site: Any) -> Watched:
        if self._watched is None or self._watched._value is not site:
            self._watched = Watched(site, self.chrome.records)
            self.chrome.constants[id(self._watched)] = self._watched
            self.keeping.site = site
        return self._watched

    def _stamp(self) -> str:
        """Tell what plugins may change between two pages."""
        return self.facts.digest(self.facts.config(self.config), self.facts.nav(self.nav))
