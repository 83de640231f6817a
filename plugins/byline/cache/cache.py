"""A folder of results. It may be deleted at any time; whatever is wrong with it costs time, never a build."""

import json
import os
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORMAT = "1"
"""The layout of the folder; another one's remains are removed."""
SMALLEST_CAP = 256 * 2**20
"""Bytes that a cache may always hold; beyond, it holds three times what the last build used."""
_DAY = 86_400
_SCHEMA = """
create table if not exists results(
    kind text not null, key text not null, value blob not null, size integer not null, used integer not null,
    primary key (kind, key)
)
"""


@dataclass(slots=True)
class Cache:
    """Results by kind and key: plain values (as JSON) and files. With no folder it holds nothing.

    Nothing is written before `close`, but for files. Processes forked from this one may write files, with
    `write_file`, and leave the rest to their parent.
    """

    folder: Path | None = None
    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    _database: sqlite3.Connection | None = None
    _saved: dict[tuple[str, str], tuple[bytes, int]] = field(default_factory=dict)
    _used: dict[tuple[str, str], int] = field(default_factory=dict)

    def load(self, kind: str, key: str) -> Any | None:
        """Return what was saved, or None. What it returns is the caller's own."""
        value = self._value(kind, key)
        (self.misses if value is None else self.hits)[kind] += 1
        return value

    def save(self, kind: str, key: str, value: Any) -> None:
        """Keep a plain value for the builds to come."""
        if self._database:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
                "utf-8", "surrogatepass"
            )
            self._saved[kind, key] = (text, len(text))

    def remember(self, kind: str, key: str, compute: Callable[[], Any]) -> Any:
        """Return the plain value that was saved, or work it out and save it."""
        value = self.load(kind, key)
        if value is None:
            value = compute()
            self.save(kind, key, value)
        return value

    def load_file(self, key: str) -> Path | None:
        """Return a file that was saved and not touched since, or None."""
        state = self._value("file", key)
        place = self.place(key)
        if state is None or place is None or _state(place) != state:
            return None
        return place

    def save_file(self, key: str, state: list[int]) -> None:
        """Keep a file that `write_file` wrote, for the builds to come."""
        if self._database:
            text = json.dumps(state).encode()
            self._saved["file", key] = (text, state[1] + len(text))

    def place(self, key: str) -> Path | None:
        """Return where the file of a key stands."""
        return self.folder / "files" / key[:2] / key if self.folder else None

    def close(self, now: float | None = None) -> None:
        """Write what is new, and drop what was used longest ago where the cache has grown too large."""
        database, self._database = self._database, None
        if not database:
            return
        try:
            with database:
                self._write(database, int(time.time() if now is None else now))
            self._trim(database)
        except sqlite3.Error:
            pass
        finally:
            database.close()

    def _value(self, kind: str, key: str) -> Any | None:
        if (kind, key) in self._saved:
            return json.loads(self._saved[kind, key][0])
        if not self._database:
            return None
        try:
            row = self._database.execute(
                "select value, used from results where kind = ? and key = ?", (kind, key)
            ).fetchone()
            value = json.loads(row[0].decode("utf-8", "surrogatepass")) if row else None
        except (sqlite3.Error, ValueError, AttributeError):
            return None
        if row:
            self._used[kind, key] = row[1]
        return value

    def _write(self, database: sqlite3.Connection, now: int) -> None:
        database.executemany(
            "insert or replace into results values (?, ?, ?, ?, ?)",
            [(kind, key, text, size, now) for (kind, key), (text, size) in self._saved.items()],
        )
        stale = [(now, *entry) for entry, used in self._used.items() if used < now - _DAY]
        database.executemany("update results set used = ? where kind = ? and key = ?", stale)

    def _trim(self, database: sqlite3.Connection) -> None:
        total = database.execute("select sum(size) from results").fetchone()[0] or 0
        if total <= SMALLEST_CAP:
            return
        fresh = {*self._used, *self._saved}
        rows = database.execute("select kind, key, size from results order by used").fetchall()
        cap = max(SMALLEST_CAP, 3 * sum(size for kind, key, size in rows if (kind, key) in fresh))
        dropped = []
        for kind, key, size in rows:
            if total <= cap:
                break
            if (kind, key) not in fresh:
                total -= size
                dropped.append((kind, key))
        with database:
            database.executemany("delete from results where kind = ? and key = ?", dropped)
        for kind, key in dropped:
            if kind == "file" and (place := self.place(key)):
                place.unlink(missing_ok=True)
        database.execute("vacuum")


def write_file(place: Path, data: bytes) -> list[int]:
    """Write a file of the cache, whole or not at all, and return the state that `save_file` asks for."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(place)
    return _state(place) or [0, 0]


def open_cache(folder: Path) -> Cache:
    """Open the cache in a folder, or make it. Where that cannot be, the cache holds nothing."""
    home = folder / FORMAT
    for _ in range(2):
        try:
            home.mkdir(parents=True, exist_ok=True)
            _remove_others(folder)
            return Cache(home, _database=_connect(home / "results.sqlite"))
        except sqlite3.OperationalError:
            break
        except sqlite3.DatabaseError:
            shutil.rmtree(home, ignore_errors=True)
        except OSError:
            break
    return Cache()


def _connect(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=10, check_same_thread=False)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = normal")
    database.execute(_SCHEMA)
    return database


def _remove_others(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.name != FORMAT and entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)


def _state(place: Path) -> list[int] | None:
    try:
        state = place.stat()
    except OSError:
        return None
    return [state.st_mtime_ns, state.st_size]
