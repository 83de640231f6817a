"""Results read ahead: a build asks for much the same as the last one did, in the same order."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from byline.cache.files import remove_file
from byline.cache.results import Row

MOST = 64
"""So many results of a kind are read at once."""


@dataclass(slots=True)
class Ahead:
    """The results of one kind. `order` are the keys that the last build asked for, one after the other.

    What is read before it is asked for is given once, and forgotten with the next reading. A key that does
    not stand where it is looked for is read alone.
    """

    read: Callable[[Sequence[str]], dict[str, Row]]
    order: Sequence[str] = ()
    asked: list[str] = field(default_factory=list)
    _next: int = 0
    _rows: dict[str, Row] = field(default_factory=dict)

    def get(self, key: str) -> Row | None:
        """Return a result, if there is one."""
        self.asked.append(key)
        if row := self._rows.pop(key, None):
            return row
        following = self.order[self._next : self._next + MOST]
        if key not in following:
            return self.read([key]).get(key)
        first = self._next + following.index(key)
        self._next = first + MOST
        self._rows = self.read(self.order[first : self._next])
        return self._rows.pop(key, None)


def read_orders(file: Path) -> dict[str, list[str]]:
    """Return the keys that the last build asked for, by their kind; nothing where they cannot be read."""
    try:
        orders = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(orders, dict):
        return {}
    lists = {kind: order for kind, order in orders.items() if isinstance(order, list)}
    return {kind: order for kind, order in lists.items() if all(isinstance(key, str) for key in order)}


def write_orders(file: Path, orders: Mapping[str, list[str]]) -> None:
    """Write what a build asked for, whole or not at all."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(orders, separators=(",", ":")), encoding="ascii")
        beside.replace(file)
    except OSError:
        remove_file(beside)
