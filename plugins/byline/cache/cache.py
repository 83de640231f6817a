"""A folder of results. It may be deleted at any time; whatever is wrong with it costs time, never a build."""

import os
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from byline.cache.ahead import Ahead, read_orders, write_orders
from byline.cache.files import State, is_key, present_state, remove_file
from byline.cache.growth import has_grown, sweep
from byline.cache.results import Entry, Results, Row, open_results
from byline.cache.values import from_bytes, to_bytes

FORMAT = "2"
"""The layout of the folder; another one's remains are removed."""
SMALLEST_CAP = 256 * 2**20
"""Bytes that a cache may always hold; beyond, it holds three times what the last build used."""
_MOST_UNWRITTEN = 4 * 2**20
_DAY = 86_400


@dataclass(slots=True)
class Cache:
    """Results by kind and key: plain values and files. With no folder it holds nothing.

    Processes forked from the one that opened it find nothing in it. They may write files, with `write_file`,
    and leave the rest to their parent.
    """

    folder: Path | None = None
    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    _results: Results | None = None
    _saved: dict[Entry, tuple[bytes, int]] = field(default_factory=dict)
    _used: dict[Entry, int] = field(default_factory=dict)
    _ahead: dict[str, Ahead] = field(default_factory=dict)
    _orders: dict[str, list[str]] | None = None
    _unwritten: int = 0
    _grown: int = 0
    _process: int = field(default_factory=os.getpid)

    def load(self, kind: str, key: str) -> Any | None:
        """Return what was saved, or None. What it returns is the caller's own."""
        value = self._value((kind, key))
        (self.misses if value is None else self.hits)[kind] += 1
        return value

    def save(self, kind: str, key: str, value: Any) -> None:
        """Keep a plain value for the builds to come."""
        if self._is_open():
            self._keep((kind, key), to_bytes(value), 0)

    def load_file(self, key: str) -> Path | None:
        """Return a file that was saved and not changed since, or None. Another build may take it away."""
        place = self.find_file(key)
        return Path(place) if place else None

    def find_file(self, key: str) -> str | None:
        """Return where such a file stands, as a text: at every page that is quicker than a `Path`."""
        place, state = self.place(key), self._value(("file", key))
        present = present_state(place, state) if place and isinstance(state, list) else None
        (self.hits if present else self.misses)["file"] += 1
        if present and present != state:
            self.save_file(key, present)
        return place if present else None

    def save_file(self, key: str, state: State | None) -> None:
        """Keep a file that `write_file` wrote, for the builds to come; without a state there is none."""
        if state and self._is_open():
            self._keep(("file", key), to_bytes(state), int(state[1]))

    def asked_before(self, kind: str) -> bool:
        """Tell whether the last build asked for results of a kind."""
        return bool(self._last_orders().get(kind))

    def place(self, key: str) -> str | None:
        """Return where the file of a key stands. Raises ValueError for what is no digest."""
        if not is_key(key):
            raise ValueError(f"`{key}` is no digest")
        return f"{self.folder}/files/{key[:2]}/{key}" if self.folder else None

    def account(self) -> str:
        """Return, for each kind, how many results were found of those that were asked for."""
        kinds = sorted({*self.hits, *self.misses})
        return ", ".join(f"{kind} {self.hits[kind]}/{self.hits[kind] + self.misses[kind]}" for kind in kinds)

    def close(self, now: float | None = None, *, complete: bool = True) -> None:
        """Write what is new; after a complete build, drop the oldest results of a cache too large."""
        if not self._results or not self.folder or self._process != os.getpid():
            self._results = None
            return
        if complete:
            self._keep_orders()
        results, self._results = self._results, None
        second = int(time.time() if now is None else now)
        self._write(results, second)
        results.touch([entry for entry, used in self._used.items() if used < second - _DAY], second)
        if complete:
            if has_grown(self.folder, self._grown, SMALLEST_CAP // 8):
                self._trim(results)
            sweep(self.folder, results, second)
        results.close()

    def _is_open(self) -> bool:
        return self._results is not None and self._process == os.getpid()

    def _keep(self, entry: Entry, value: bytes, size: int) -> None:
        self._saved[entry] = (value, size + len(value))
        self._grown += size + len(value)
        self._unwritten += len(value)
        if self._unwritten > _MOST_UNWRITTEN and self._results:
            self._write(self._results, int(time.time()))

    def _write(self, results: Results, now: int) -> None:
        results.put([(entry, value, size) for entry, (value, size) in self._saved.items()], now)
        self._used |= dict.fromkeys(self._saved, now)
        for kind, key in self._saved:
            if kind in self._ahead:
                self._ahead[kind].note(key)
        self._saved, self._unwritten = {}, 0

    def _trim(self, results: Results) -> None:
        for kind, key in results.trim(self._used.keys(), SMALLEST_CAP):
            if kind == "file" and is_key(key) and (place := self.place(key)):
                remove_file(place)

    def _value(self, entry: Entry) -> Any | None:
        if not self._results or self._process != os.getpid():
            return None
        kind, key = entry
        ahead = self._ahead.get(kind) or self._begin(kind, self._results)
        if entry in self._saved:
            ahead.asked.append(key)
            return from_bytes(self._saved[entry][0])
        row = ahead.get(key)
        return self._read(entry, row) if row else None

    def _read(self, entry: Entry, row: Row) -> Any | None:
        try:
            value = from_bytes(row[0])
        except ValueError:
            return None
        self._used[entry] = row[1]
        return value

    def _begin(self, kind: str, results: Results) -> Ahead:
        """Begin to read results of a kind, as the last build did."""
        order, keys = self._last_orders().get(kind, []), partial(results.keys, kind)
        ahead = self._ahead[kind] = Ahead(partial(results.get, kind), order, keys)
        return ahead

    def _keep_orders(self) -> None:
        """Keep what was asked for, for the next build to read ahead."""
        orders = {kind: ahead.asked for kind, ahead in self._ahead.items()}
        if orders != self._orders:
            write_orders(self._orders_file(), orders)

    def _last_orders(self) -> dict[str, list[str]]:
        """Return what the last build asked for, by kind; nothing without a folder."""
        if self._orders is None:
            self._orders = read_orders(self._orders_file()) if self.folder else {}
        return self._orders

    def _orders_file(self) -> Path:
        return Path(f"{self.folder}/orders.json")


def open_cache(folder: Path) -> Cache:
    """Open the cache in a folder, or make it. Where that cannot be, the cache holds nothing."""
    home = folder / FORMAT
    try:
        home.mkdir(parents=True, exist_ok=True)
        _settle(folder)
    except OSError:
        return Cache()
    results = open_results(home / "results.sqlite")
    return Cache(home, _results=results) if results else Cache()


def _settle(folder: Path) -> None:
    """Keep the folder out of version control, and remove caches of other layouts."""
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="ascii")
    if folder.is_symlink():
        return
    for entry in folder.iterdir():
        ours = entry.name.isdecimal() and entry.name != FORMAT and (entry / "results.sqlite").is_file()
        if ours and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
