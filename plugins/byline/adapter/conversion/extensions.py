"""Which Markdown extensions forget a text once it is converted, so that its HTML depends on nothing else."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from types import BuiltinFunctionType, FunctionType
from typing import Any

from markdown.util import get_installed_extensions

from byline.cache import UndigestibleError, digest

_MARKDOWN = (
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em"
    " md_in_html meta nl2br sane_lists smarty tables toc wikilinks"
)
_PYMDOWNX = (
    "arithmatex betterem blocks.admonition blocks.caption blocks.definition blocks.details blocks.html"
    " blocks.tab bracketspan caret critic details emoji escapeall extra fancylists highlight inlinehilite"
    " keys magiclink mark progressbar quotes saneheaders smartsymbols snippets striphtml superfences tabbed"
    " tasklist tilde"
)
KNOWN = frozenset(
    [f"markdown.extensions.{name}" for name in _MARKDOWN.split()]
    + [f"pymdownx.{name}" for name in _PYMDOWNX.split()]
)
"""The modules of extensions whose `reset` leaves nothing of the text before behind, as tests prove."""

_TRUSTED = frozenset(("markdown", "material", "pymdownx"))
"""Packages whose functions may stand in settings: they give equal results for equal texts."""
_SNIPPET = "8<"


class UnsettledError(Exception):
    """What an extension makes of a text may depend on more than the text; says why, with its name."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """The Markdown extensions of a site, with their settings; `digest` tells them from all others."""

    names: list[Any]
    settings: dict[str, Any]
    digest: str

    def are_those_of(self, config: Mapping[str, Any]) -> bool:
        """Tell whether the site still has these extensions: plugins may change them between pages."""
        return bool(config["markdown_extensions"] == self.names and config["mdx_configs"] == self.settings)

    def read_files_for(self, text: str) -> bool:
        """Tell whether a text may name a file that becomes part of it."""
        return _SNIPPET in text and any(_module(name) == "pymdownx.snippets" for name in self.names)


def read_extensions(config: Mapping[str, Any]) -> Extensions:
    """Return the extensions of a site. Raises `UnsettledError` where more than texts decides."""
    names, settings = list(config["markdown_extensions"]), config["mdx_configs"] or {}
    for name in names:
        if not isinstance(name, str) or _module(name) not in KNOWN:
            raise UnsettledError(f"nothing is known of the Markdown extension `{_shown(name)}`")
    for name, value in _entries(settings):
        if name == "auto_append" and value:
            raise UnsettledError("`pymdownx.snippets` adds files to each (`auto_append`)")
        if name == "UNIQUE_IDS" and value:
            raise UnsettledError("`footnotes` counts through all of them (`UNIQUE_IDS`)")
    try:
        told = _plain([(name, settings.get(name)) for name in names])
        return Extensions(names, deepcopy(settings), digest(told, list(_icons(settings))))
    except UndigestibleError as error:
        raise UnsettledError(
            f"`markdown_extensions` has a setting that may change by itself: {error}"
        ) from error


def _module(name: str) -> str:
    """Return the module in which Markdown finds an extension by this name."""
    found = next((entry.value for entry in get_installed_extensions() if entry.name == name), name)
    return found.partition(":")[0]


def _shown(extension: object) -> str:
    return extension if isinstance(extension, str) else type(extension).__module__


def _entries(settings: Any) -> Iterator[tuple[str, Any]]:
    """Yield all names in settings, those within others too, with what they are set to."""
    if isinstance(settings, Mapping):
        for name, value in settings.items():
            yield str(name), value
            yield from _entries(value)


def _icons(settings: Any) -> Iterator[tuple[str, int, int]]:
    """Yield the state of each icon that the site brings itself: articles show them by their names."""
    for name, value in _entries(settings):
        if name == "custom_icons" and isinstance(value, list | tuple):
            yield from sorted(_states(map(str, value)))


def _states(folders: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for top in folders:
        for folder, _, files in os.walk(top):
            for name in files:
                place = os.path.join(folder, name)  # noqa: PTH118 - thousands of icons
                with suppress(OSError):
                    state = os.stat(place)  # noqa: PTH116
                    yield place, state.st_mtime_ns, state.st_size


def _plain(value: Any) -> Any:
    """Return what tells a setting from all others. Raises `UndigestibleError`."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Mapping):
        return ["mapping", *([_plain(name), _plain(entry)] for name, entry in value.items())]
    if isinstance(value, list | tuple):
        return ["list", *map(_plain, value)]
    if type(value) is partial:
        return ["partial", _plain(value.func), _plain(value.args), _plain(value.keywords)]
    if isinstance(value, FunctionType | BuiltinFunctionType | type):
        module, name = value.__module__ or "", value.__qualname__
        if module.partition(".")[0] in _TRUSTED and "<" not in name:
            return ["function", module, name]
    raise UndigestibleError(repr(value))
