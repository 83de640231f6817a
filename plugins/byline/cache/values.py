"""Values as bytes: JSON, and long texts beside it as they are, for JSON is slow at the signs of HTML."""

import json
from collections.abc import Iterable
from typing import Any

LONG = 256
"""A text with so many characters stands beside the JSON, if it is the value or one of its parts."""
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_read = json.JSONDecoder().raw_decode


def to_bytes(value: Any) -> bytes:
    """Write a plain value: its JSON; behind it the long texts, if it has any, and their places in the JSON.

    What is a text alone stands behind an empty one.
    """
    if type(value) is str:
        return f'""{value}'.encode("utf-8", "surrogatepass")
    places = _long_parts(value)
    if not places:
        return _write(value).encode("utf-8", "surrogatepass")
    rest = value.copy()
    for place in places:
        rest[place] = ""
    told = _write([rest, [(place, len(value[place])) for place in places]])
    return "".join((told, *(value[place] for place in places))).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes) -> Any:
    """Read what `to_bytes` wrote. Raises ValueError for what it did not write."""
    text = data.decode("utf-8", "surrogatepass")
    try:
        value, at = _read(text)
        if value == "":
            return text[at:]
        if at == len(text):
            return value
        value, places = value
        for place, length in places:
            value[place] = text[at : at + length]
            at += length
    except (RecursionError, TypeError, LookupError) as error:
        raise ValueError("this is no value") from error
    return value


def _long_parts(value: Any) -> list[Any]:
    parts: Iterable[tuple[Any, Any]] = ()
    if type(value) is list:
        parts = enumerate(value)
    elif type(value) is dict:
        parts = ((name, part) for name, part in value.items() if type(name) is str)
    return [place for place, part in parts if type(part) is str and len(part) >= LONG]
