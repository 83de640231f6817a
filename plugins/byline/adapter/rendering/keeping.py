"""Pages in the cache: under which key a page is kept, and whether it still prints as it did."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from byline.adapter.rendering.chrome import GLOBAL
from byline.adapter.rendering.facts import Facts
from byline.adapter.rendering.queue import Done
from byline.adapter.rendering.watched import PREFIX
from byline.adapter.site_folder import SiteFolder
from byline.cache import Cache, UndigestibleError, is_key

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


@dataclass(slots=True)
class Keeping:
    """The kept pages of a site. `base` tells what all its pages print; None where that cannot be told.

    A key tells all that is the page's own. What a page printed of the whole site (names of the `site`'s view,
    what other pages say) is kept beside it, and compared.
    """

    cache: Cache
    folder: SiteFolder
    facts: Facts
    nav: Navigation
    base: str | None
    site: Any = None
    _told: dict[str, str | None] = field(default_factory=dict)
    _sites: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def key(self, template: str, context: Any, page: Page) -> str | None:
        """Return the key of a page; None for one that cannot be kept."""
        if self.base is None:
            return None
        own = {name: value for name, value in context.items() if name not in GLOBAL}
        try:
            return self.facts.digest(self.base, template, self.facts.page(page), own)
        except UndigestibleError as error:
            log.debug("%s is printed anew at each build: %s", page.file.src_uri, error)
            return None

    def put_in_place(self, key: str, page: Page) -> bool:
        """Put a kept page in its place; say whether there was one that still holds."""
        return self._put(key, self.cache.load("page", key), page)

    def put_standing(self, standing: str, page: Page) -> bool:
        """Put a page that is known at first sight in its place; say whether one still holds."""
        match self.cache.load("standing", standing):
            case [str(key), site] if is_key(key):
                return self._put(key, site, page)
        return False

    def _put(self, key: str, site: Any, page: Page) -> bool:
        if not isinstance(site, dict) or any(self._digest(name) != told for name, told in site.items()):
            return False
        self._sites[key] = site
        return self.folder.place(key, page.file.abs_dest_path)

    def keep(self, key: str, done: Done) -> bool:
        """Keep a page for the builds to come; say whether it may be kept."""
        site = {name: self._digest(name) for name in done.site}
        if not done.state or None in site.values():
            return False
        self._sites[key] = site
        self.cache.save("page", key, site)
        self.cache.save_file(key, done.state)
        return True

    def keep_standing(self, standing: str, key: str) -> None:
        """Know a page that was kept or put in its place at first sight from now on."""
        self.cache.save("standing", standing, [key, self._sites[key]])

    def _digest(self, name: str) -> str | None:
        """Return the digest of a part of the site; None for one that no later build could compare."""
        if name not in self._told:
            self._told[name] = self._described(name)
        return self._told[name]

    def _described(self, name: str) -> str | None:
        try:
            if name.startswith(PREFIX):
                return self.facts.digest(getattr(self.site, name.removeprefix(PREFIX)))
            if name == "today":
                return get_build_date()
            return self.facts.digest(self.facts.contents(self.nav)) if name == "contents" else None
        except (UndigestibleError, AttributeError):
            return None
