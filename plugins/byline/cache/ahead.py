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
PATIENCE = 32
"""After so many results of a kind that are not there, all that are there are asked for."""


@dataclass(slots=True)
class Ahead:
    """The results of one kind. `order` are the keys that the last build asked for, one after the other.

    What is read before it is asked for is given once, and forgotten with the next reading. A key that does
    not stand where it is looked for is read alone. Where many are not there, as in a first build, `keys`
    tells which are: nothing is read for the others.
    """

    read: Callable[[Sequence[str]], dict[str, Row]]
    order: Sequence[str] = ()
    keys: Callable[[], set[str] | None] = lambda: None
    asked: list[str] = field(default_factory=list)
    _next: int = 0
    _rows: dict[str, Row] = field(default_factory=dict)
    _missing: int = 0
    _there: set[str] | None = None

    def get(self, key: str) -> Row | None:
        """Return a result, if there is one."""
        self.asked.append(key)
        if row := self._rows.pop(key, None):
            return row
        following = self.order[self._next : self._next + MOST]
        if key not in following:
            return self._read_alone(key)
        first = self._next + following.index(key)
        self._next = first + MOST
        self._rows = self.read(self.order[first : self._next])
        return self._rows.pop(key, None)

    def note(self, key: str) -> None:
        """Take note of a result that is there from now on."""
        if self._there is not None:
            self._there.add(key)

    def _read_alone(self, key: str) -> Row | None:
        if self._there is not None and key not in self._there:
            return None
        row = self.read([key]).get(key)
        if row is None:
            self._missing += 1
            if self._missing == PATIENCE:
                self._there = self.keys()
        return row


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
