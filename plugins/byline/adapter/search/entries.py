"""What each page has in the search index: worked out once, kept for later builds."""

import json
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.toc import AnchorLink

from byline.adapter.processes import Begun, begin, others, spread, wanted
from byline.adapter.search.plain_html import read_quickly
from byline.cache import Cache, UndigestibleError, digest, software

_ENOUGH = 480
"""So many pages are worth another process, which has done with them when templates are ready to print."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was when the index was told of it, under the names that Material reads."""

    content: str
    toc: Any
    url: str
    title: str
    meta: dict[str, Any]
    key: str


class SiteIndex:
    """Stands in for the index of Material's plugin, and becomes the very text that Material would write.

    A page that it is told of again takes the place of what it knew. `entries` are those of other plugins.
    """

    def __init__(self, materials: Any, cache: Cache) -> None:
        self.config = materials.config
        self.entries: list[dict[str, Any]] = []
        self._materials, self._cache = materials, cache
        self._empty = _text(materials, ())
        self._parts: dict[str, str | Seen] = {}
        self._waiting: list[str] = []
        self._begun: Begun[tuple[str, Seen], str] | None = None

    def expect(self, sources: Iterable[str]) -> None:
        """Know the order that pages stand in, whichever comes first."""
        self._parts = {**dict.fromkeys(sources, ""), **self._parts}

    def add_entry_from_context(self, page: Any) -> None:
        """Take a page in, in place of what is known of it. One that is excluded costs nothing."""
        source = page.file.src_uri
        if (page.meta.get("search") or {}).get("exclude"):
            self._parts.pop(source, None)
            return
        seen = self._seen(page)
        known = self._cache.load("search", seen.key) if seen.key else None
        self._parts[source] = seen if known is None else known
        if known is None:
            self._waiting.append(source)
            self._begin_if_enough()

    def generate_search_index(self, prev: object = None) -> str:
        """Return the index as JSON."""
        self._work_out()
        parts = [part for part in self._parts.values() if isinstance(part, str) and part]
        if self.entries:
            parts.append(self._within(_text(self._materials, self.entries)))
        return f"{self._empty[:-2]}{','.join(parts)}]}}"

    def configuration(self) -> dict[str, Any]:
        """Return what the index says of itself: languages, separator, pipeline and fields."""
        return dict(json.loads(self._empty)["config"])

    def _begin_if_enough(self) -> None:
        """Let another process begin with the pages that wait, while MkDocs goes on to the next ones."""
        enough = 2 if wanted() else _ENOUGH
        if len(self._waiting) < enough or (self._begun and not self._begun.is_done()):
            return
        if others(self._waiting):
            with read_quickly(self._materials):
                self._take_in_begun()
                self._begun = begin(self._part, self._taken())

    def _take_in_begun(self) -> None:
        """Take in the pages that were begun with."""
        begun, self._begun = self._begun, None
        if begun:
            self._keep(begun.pieces, begun.results())

    def _work_out(self) -> None:
        """Take in the pages that were begun with, and those that wait."""
        with read_quickly(self._materials):
            self._take_in_begun()
            pages = self._taken()
            self._keep(pages, spread(self._part, pages))

    def _taken(self) -> list[tuple[str, Seen]]:
        """Return the pages that wait, which now do so no more."""
        waiting, self._waiting = self._waiting, []
        return [(source, seen) for source in waiting if isinstance(seen := self._parts.get(source), Seen)]

    def _keep(self, pages: Iterable[tuple[str, Seen]], parts: Iterable[str]) -> None:
        for (source, seen), part in zip(pages, parts, strict=True):
            if self._parts.get(source) is seen:
                self._parts[source] = part
            if seen.key:
                self._cache.save("search", seen.key, part)

    def _part(self, page: tuple[str, Seen]) -> str:
        """Return a page's entries as they stand in the index."""
        _, seen = page
        alone = copy(self._materials)
        alone.entries = []
        alone.add_entry_from_context(seen)
        return self._within(_text(alone, alone.entries))

    def _within(self, text: str) -> str:
        return text[len(self._empty) - 2 : -2]

    def _seen(self, page: Any) -> Seen:
        title = str(page.meta.get("title", page.title))
        meta = {name: page.meta[name] for name in ("tags", "search") if name in page.meta} | {"title": title}
        content = page.content + getattr(page, "said", "")
        return Seen(content, page.toc, page.url, title, meta, self._key(page, content, meta))

    def _key(self, page: Any, content: str, meta: dict[str, Any]) -> str:
        """Return the digest of all that a page's entries depend on, or nothing where that cannot be told."""
        if self.config.get("jieba_dict") or self.config.get("jieba_dict_user"):
            return ""
        try:
            return digest(software(), content, _outline(page.toc), page.url, meta)
        except UndigestibleError:
            return ""


def _text(index: Any, entries: Iterable[dict[str, Any]]) -> str:
    """Return what Material writes of these entries."""
    alone = copy(index)
    alone.entries = list(entries)
    return str(alone.generate_search_index(None))


def _outline(links: Iterable[AnchorLink]) -> list[Any]:
    return [(link.id, link.url, _outline(link.children)) for link in links]
