"""Which plain words YAML reads as something else than a text."""

import re
from typing import Any

import yaml

FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(FASTEST):  # type: ignore[misc]
    """Reads plain values as authors mean them: numbers, dates, switches; `1.10` and `9:30` are texts."""


_PLAIN = {
    first: [
        (tag, pattern) if not tag.endswith(":int") else (tag, re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z"))
        for tag, pattern in resolvers
        if not tag.endswith(":float")
    ]
    for first, resolvers in FASTEST.yaml_implicit_resolvers.items()
}
Loader.yaml_implicit_resolvers = _PLAIN
