"""What templates look up most, found sooner: other templates, names in dictionaries, addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.utils import internalcode
from markupsafe import escape

_OWN = frozenset(dir(dict))
"""What a dictionary answers to itself, before its contents."""
_escaped: Any = getattr(markupsafe, "_escape_inner", None)
"""What `escape` escapes texts with, where it is written in Python; it wraps them after that."""


def look_up_quickly(environment: Environment) -> None:
    """Let an environment find templates, and what dictionaries hold, in one step."""
    if environment.cache is not None:
        environment.cache = {}
        if type(environment).join_path is Environment.join_path and not environment.auto_reload:
            setattr(environment, "get_template", _getter(environment))  # noqa: B010
    if type(environment).getattr is Environment.getattr:
        setattr(environment, "getattr", _finder(environment))  # noqa: B010


def _getter(environment: Environment) -> Callable[..., Template]:
    """Return what gets templates by their names; which one a name stands for does not change."""
    otherwise, loader, known = environment.get_template, environment.loader, dict[str, Template]()

    @internalcode
    def get(name: Any, parent: str | None = None, globals: Any = None) -> Template:
        if type(name) is not str or globals or environment.loader is not loader:
            return otherwise(name, parent, globals)
        template = known.get(name)
        if template is None:
            template = known[name] = otherwise(name, parent)
        return template

    return get


def _finder(environment: Environment) -> Callable[[Any, str], Any]:
    """Return what finds `value.name` for templates: an attribute first, then what stands under the name."""

    def find(value: Any, name: str) -> Any:
        if type(value) is dict and name not in _OWN:
            return value[name] if name in value else environment.undefined(obj=value, name=name)
        try:
            return getattr(value, name)
        except AttributeError:
            pass
        try:
            return value[name]
        except (TypeError, LookupError, AttributeError):
            return environment.undefined(obj=value, name=name)

    return find


def escape_quickly(names: dict[str, Any]) -> None:
    """Let a template's code, whose globals these are, write escaped texts without a `Markup` round each."""
    if names.get("escape") is escape and _escaped:
        names["escape"] = _escape


def _escape(value: Any) -> str:
    return _escaped(value) if type(value) is str else escape(value)


def merged(chain: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plain dictionary of what a chain of them holds."""
    maps = getattr(chain, "maps", None)
    if maps is None:
        return dict(chain)
    plain: dict[str, Any] = {}
    for one in reversed(maps):
        plain.update(one)
    return plain
