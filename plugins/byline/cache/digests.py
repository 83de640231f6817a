"""Digests of plain values: equal values have equal digests, in every process and on every day."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, tzinfo
from hashlib import blake2b
from pathlib import PurePath
from typing import Any


class UndigestibleError(TypeError):
    """A value that its parts do not tell, such as an object with a state of its own."""


def digest(*parts: object) -> str:
    """Return the digest of texts, numbers, dates, paths, and of lists, mappings and dataclasses of them.

    The order of a mapping counts: templates print mappings in their order. Raises `UndigestibleError`.
    """
    try:
        text = _ENCODER.encode(parts)
    except UndigestibleError:
        raise
    except (TypeError, ValueError, RecursionError) as error:
        raise UndigestibleError(str(error)) from error
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__qualname__, *(getattr(value, name) for name in _names(type(value)))]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, date | tzinfo | PurePath):
        return [type(value).__qualname__, str(value)]
    if isinstance(value, bytes):
        return value.hex()
    raise UndigestibleError(f"{type(value).__qualname__} is no plain value")


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind))
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[str, ...]] = {}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
