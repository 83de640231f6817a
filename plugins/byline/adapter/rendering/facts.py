"""What things are, as plain values: two that are described alike print alike."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import blake2b
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


@dataclass(slots=True)
class Facts:
    """Descriptions of one build. A frozen value that many pages print is described once."""

    _known: dict[int, tuple[object, str]] = field(default_factory=dict)
    _encoder: json.JSONEncoder = field(init=False)

    def __post_init__(self) -> None:
        self._encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=self._plain)

    def digest(self, *parts: object) -> str:
        """Return a digest of values. Raises `UndigestibleError` for one that its parts do not tell."""
        try:
            text = self._encoder.encode(parts)
        except (TypeError, ValueError, RecursionError) as error:
            raise UndigestibleError(str(error)) from error
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

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

    def _plain(self, value: Any) -> Any:
        """Return plainer values for one that JSON does not know."""
        if is_dataclass(value) and not isinstance(value, type):
            return self._dataclass(value)
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

    def _dataclass(self, value: Any) -> Any:
        if id(value) in self._known:
            return self._known[id(value)][1]
        told = self.digest(type(value).__qualname__, [getattr(value, part.name) for part in fields(value)])
        if type(value).__dataclass_params__.frozen:
            self._known[id(value)] = (value, told)
        return told


def _file(page: Page) -> Any:
    file = page.file
    return [file.src_uri, file.dest_uri, file.url, file.edit_uri, file.inclusion.name, file.generated_by]


def _name(value: Any) -> str:
    return f"{value.__module__}.{value.__qualname__}"


def templates(directories: Iterable[str], installed: Iterable[str]) -> str:
    """Return a digest of all templates of a theme; those in `installed` folders change with the software."""
    kept = [Path(folder).resolve() for folder in installed]
    found = []
    for directory in map(Path, directories):
        if not any(directory.resolve().is_relative_to(folder) for folder in kept):
            files = sorted(file for file in directory.rglob("*") if file.is_file())
            found += [[str(file.relative_to(directory)), _content(file)] for file in files]
        found.append([])
    return digest(found)


def _content(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=16).hexdigest()
