"""What things are, as plain values: two that are described alike print alike."""

from __future__ import annotations

import functools
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import get_build_date

from byline.adapter.rendering.marks import CONTENTS
from byline.articles import Article
from byline.cache import UndigestibleError, digest

APART = frozenset({"site_dir", "watch", "dev_addr", "plugins", "hooks"})
"""Options that no page prints, or that are described apart."""
DERIVED = frozenset(
    {
        "converter",
        "file",
        "links_to_anchors",
        "maker",
        "next_page",
        "parent",
        "present_anchor_ids",
        "previous_page",
        "render",
        "source",
        "_Page__active",
    }
)
"""Attributes of a page that others tell already, that are described apart, or that print nothing."""

SMALL = 5
"""A value with so few fields is told in full wherever it stands: that is as quick as to look it up."""
_TOLD = frozenset({str, int, float, bool, type(None), bytes})


@dataclass(slots=True)
class Facts:
    """Descriptions of one build. A frozen value that many pages print is described once."""

    _known: dict[int, tuple[object, str]] = field(default_factory=dict)

    def digest(self, *parts: object) -> str:
        """Return a digest of values. Raises `UndigestibleError` for one that its parts do not tell."""
        try:
            told = marshal.dumps(self._items_of(parts), 2)
        except (ValueError, RecursionError) as error:
            raise UndigestibleError(str(error)) from error
        return blake2b(told, digest_size=16).hexdigest()

    def know(self, value: object) -> None:
        """Describe a value once that never changes, though its class does not say so."""
        self._known[id(value)] = (value, self.digest(value))

    def page(self, page: Page) -> Any:
        """Describe all that a template may print of a page; of its neighbours, how they are shown."""
        own = self._told(page, DERIVED)
        around = [page.previous_page, page.next_page, *page.ancestors]
        return [type(page).__qualname__, page.title, own, _file(page), [self._item(item) for item in around]]

    def nav(self, nav: Navigation) -> Any:
        """Describe a navigation, but for what its pages say."""
        return self._items(nav.items)

    def contents(self, nav: Navigation) -> Any:
        """Describe what the pages of a navigation say."""
        return [self.page(page) for page in nav.pages]

    def config(self, config: MkDocsConfig) -> Any:
        """Describe the resolved configuration, but for where the site is written."""
        options = {name: value for name, value in config.items() if name not in APART}
        plugins = [
            [name, _name(type(plugin)), getattr(plugin, "config", None)]
            for name, plugin in config.plugins.items()
        ]
        hooks = [
            [str(hook), Path(hook).read_text(encoding="utf-8", errors="replace")] for hook in config.hooks
        ]
        return [options, plugins, hooks]

    def _items(self, items: Iterable[Any]) -> Any:
        return [[self._item(item), self._items(item.children or ())] for item in items]

    def _item(self, item: Any) -> Any:
        if not isinstance(item, Page):
            return item and [type(item).__qualname__, item.title, getattr(item, "url", None)]
        return [type(item).__qualname__, item.title, self._told(item, DERIVED | CONTENTS), _file(item)]

    def _told(self, page: Page, but: frozenset[str]) -> dict[str, Any]:
        """Return attributes of a page; not the day of the build, which few templates print."""
        told = {name: value for name, value in vars(page).items() if name not in but}
        if told.get("update_date") == get_build_date():
            del told["update_date"]
        return told

    def _items_of(self, values: Iterable[Any]) -> list[Any]:
        """Tell sequences as lists, whatever their class, and mappings as tuples."""
        return [value if type(value) in _TOLD else self._plain(value) for value in values]

    def _plain(self, value: Any) -> Any:
        """Return what is told of a value: nothing but texts, numbers, lists and tuples of them."""
        kind: type = type(value)
        if kind is list:
            return self._items_of(value)
        if known := self._known.get(id(value)):
            return known[1]
        if kind is AnchorLink:
            value = vars(value)
        if parts_of := _parts_of(kind):
            return self._dataclass(value, parts_of)
        if isinstance(value, list | tuple):
            return self._items_of(value)
        if isinstance(value, dict):
            return tuple(self._items_of(chain.from_iterable(value.items())))
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, int | float) and not isinstance(value, Enum):
            return repr(value)
        plainer = self._plainer(value)
        return plainer if type(plainer) in _TOLD else self._plain(plainer)

    def _plainer(self, value: Any) -> Any:
        """Return plainer values for one of a class that is not built in."""
        if isinstance(value, TableOfContents):
            return value.items
        materials = type(value).__module__.startswith("material.plugins.")
        if materials or isinstance(value, AnchorLink | ExtraScriptValue):
            return vars(value)
        if isinstance(value, Theme):
            variables = {name: value[name] for name in value if name != "locale"}
            return [value.name, str(value.locale), sorted(value.static_templates), variables]
        if isinstance(value, BasePlugin):
            return [_name(type(value)), value.config]
        if isinstance(value, Mapping | Config):
            return dict(value)
        if isinstance(value, functools.partial):
            return ["partial", value.func, value.args, value.keywords]
        if isinstance(value, FunctionType | BuiltinFunctionType | type):
            return _name(value)
        if isinstance(value, MethodType):
            raise UndigestibleError("a method")
        return [digest(value)]

    def _dataclass(self, value: Any, parts_of: Callable[[Any], tuple[Any, ...]]) -> Any:
        """Return the digest of a value, once if it is frozen; all that a small one says."""
        parts = parts_of(value)
        if len(parts) <= SMALL:
            return [type(value).__qualname__, *self._items_of(parts)]
        told = self.digest(type(value).__qualname__, *parts)
        if type(value).__dataclass_params__.frozen:
            self._known[id(value)] = (value, told)
        return told


@functools.cache
def _parts_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what reads the fields of a dataclass; None for other classes."""
    if kind is Article:
        return _article
    if not is_dataclass(kind):
        return None
    names = [part.name for part in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _article(article: Article) -> tuple[Any, ...]:
    """Tell an article by its text, which decides all of it but where and when it is published."""
    days = str(article.date), str(article.updated)
    return str(article.file), article.path, article.slug, article.id, article.title, *days, article.text


def _file(page: Page) -> Any:
    file = page.file
    return [file.src_uri, file.dest_uri, file.url, file.edit_uri, file.inclusion.name, file.generated_by]


def _name(value: Any) -> str:
    return f"{value.__module__}.{value.__qualname__}"
