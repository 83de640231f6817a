"""Digests of plain values: equal values have equal digests, in every process and on every day."""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta, tzinfo
from enum import Enum
from functools import partial
from hashlib import blake2b
from pathlib import PurePath
from types import MappingProxyType
from typing import Any


class UndigestibleError(TypeError):
    """A value that its parts do not tell, such as an object with a state of its own."""


def digest(*parts: object) -> str:
    """Return the digest of texts, numbers, dates, paths, and of lists, mappings and dataclasses of them.

    The order of a mapping counts, for templates print it; so does the class of what is not built in, for
    templates escape a text and leave Markup as it is. Raises `UndigestibleError`.
    """
    try:
        # Version 2 of this format tells equal values alike; later ones tell which objects are the same one.
        told = marshal.dumps([part if type(part) in _EXACT else _plain(part) for part in parts], 2)
    except (ValueError, RecursionError) as error:
        raise UndigestibleError(str(error)) from error
    return blake2b(told, digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _EXACT:
        return value
    if kind is list or kind is tuple:
        return [item if type(item) in _EXACT else _plain(item) for item in value]
    if kind is dict or kind is MappingProxyType:
        return {"": _pairs(value)}
    return (_READERS.get(kind) or _reader(kind))(value)


def _pairs(value: Mapping[Any, Any]) -> list[Any]:
    return [(_plain(key), _plain(item)) for key, item in value.items()]


def _reader(kind: type) -> Callable[[Any], Any]:
    """Return what tells a value of a class, as a tuple, which nothing built in becomes."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    told: Callable[[Any], Any]
    if is_dataclass(kind):
        told = partial(_fields, [field.name for field in fields(kind)])
    elif issubclass(kind, Enum):
        told = _member
    elif issubclass(kind, set | frozenset):
        told = _members
    elif issubclass(kind, date | time | timedelta | tzinfo | PurePath):
        told = _words
    elif built_in := [base for base in _BASES if issubclass(kind, base)]:
        told = partial(_base, built_in[0])
    else:
        raise UndigestibleError(f"{name} is no plain value")
    reader = _READERS[kind] = lambda value: (name, told(value))
    return reader


def _fields(names: list[str], value: Any) -> list[Any]:
    return [_plain(getattr(value, name)) for name in names]


def _member(value: Any) -> str:
    return str(value.name)


def _members(value: Any) -> list[bytes]:
    return sorted(marshal.dumps(_plain(item), 2) for item in value)


def _words(value: Any) -> tuple[str, str]:
    return str(value), str(getattr(value, "tzinfo", None))


def _base(built_in: Callable[[Any], Any], value: Any) -> Any:
    """Read what differs from a built-in value by its class alone."""
    if getattr(value, "__dict__", None):
        raise UndigestibleError(f"this {type(value).__qualname__} has a state of its own")
    return _plain(built_in(value))


_BASES = (str, int, float, bytes, list, tuple, dict)
_EXACT = frozenset({str, int, float, bool, type(None), bytes})
_READERS: dict[type, Callable[[Any], Any]] = {}
