"""The index where readers' browsers fetch it, and the worker that does so at their first query."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from byline.adapter.search.entries import SiteIndex
from byline.adapter.search.pagefind import PAGEFIND, write_pagefind
from byline.cache import Cache

WORKER = "assets/byline/search.js"
"""Ours, between Material's search field and what answers it."""
MATERIALS_WORKERS = "assets/javascripts/workers/search.*.min.js"
STUB, INDEX = "search/search_index.json", "search/index.json"
"""What every page fetches when it loads, and what only a reader who searches fetches."""


@dataclass(frozen=True, slots=True)
class Search:
    """The search of a build under way. A page that Material's plugin is told of again is replaced in it."""

    index: SiteIndex
    worker: str
    cache: Cache
    pagefind: bool

    @staticmethod
    def is_all_told(page: Page) -> bool:
        """Tell whether an entry is all that the search needs: no attribute of Material's is in the page."""
        return "data-search-" not in (page.content or "")

    def write(self, site_dir: Path) -> None:
        """Write the whole index once more, with the pages that were replaced since the build."""
        whole = site_dir / f"{STUB}.new"
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(self.index.generate_search_index(), encoding="utf-8")
        self._take(whole, site_dir)

    def publish(self, site_dir: Path) -> None:
        """Leave a stub in the place of the index that Material wrote, and the index where the worker looks.

        What other plugins made of the index meanwhile is in it.
        """
        if (whole := site_dir / STUB).is_file():
            self._take(whole, site_dir)

    def _take(self, whole: Path, site_dir: Path) -> None:
        configuration = self.index.configuration()
        told: dict[str, Any] = {"worker": self.worker}
        if self.pagefind:
            language = str(configuration["lang"][0]).partition("-")[0]
            text = whole.read_text(encoding="utf-8")
            state = write_pagefind(text, site_dir, language=language, cache=self.cache)
            whole.unlink()
            told |= {"pagefind": PAGEFIND, "state": state, "language": language}
        else:
            whole.replace(site_dir / INDEX)
            told |= {"index": INDEX}
        stub = {"config": {**configuration, "byline": told}, "docs": []}
        (site_dir / STUB).write_text(json.dumps(stub, separators=(",", ":")), encoding="utf-8")


def begin_search(env: Environment, config: MkDocsConfig, cache: Cache, *, pagefind: bool) -> Search | None:
    """Take Material's search over, before MkDocs builds the pages.

    None where there is none, where it reads from a folder without a server (the plugin `offline`), and in
    dirty builds: there everything stays as Material has it.
    """
    plugin = materials_plugin(config, "search")
    worker = _materials_worker(config)
    if not plugin or not worker or plugin.is_dirty or materials_plugin(config, "offline"):
        return None
    plugin.search_index = index = SiteIndex(plugin.search_index, cache)
    handlers = config.plugins.events["page_context"]
    if plugin.on_page_context in handlers:
        handlers[handlers.index(plugin.on_page_context)] = partial(_take_in, plugin)
    addresses = env.filters["url"]

    @pass_context
    def url(context: Context, value: str) -> str:
        return str(addresses(context, WORKER if value == worker else value))

    env.filters["url"] = url
    return Search(index, worker, cache, pagefind)


def _take_in(plugin: Any, context: Any, *, page: Page, config: MkDocsConfig, nav: object) -> Any:
    """Tell Material's plugin of a page, which then looks for its own attributes in all of the page's HTML.

    Where there are none, that is left out: it takes longer than all else does.
    """
    if not Search.is_all_told(page):
        return plugin.on_page_context(context, page=page, config=config, nav=nav)
    plugin.search_index.add_entry_from_context(page)
    return context


def materials_plugin(config: MkDocsConfig, name: str) -> Any:
    """Return one of Material's own plugins, where it is on."""
    plugin: Any = config.plugins.get(f"material/{name}") or config.plugins.get(name)
    materials = type(plugin).__module__.startswith(f"material.plugins.{name}.")
    return plugin if materials and plugin.config.enabled else None


def _materials_worker(config: MkDocsConfig) -> str:
    """Return where Material's own worker stands on the site."""
    for directory in config.theme.dirs:
        for file in sorted(Path(directory).glob(MATERIALS_WORKERS)):
            return file.relative_to(directory).as_posix()
    return ""
