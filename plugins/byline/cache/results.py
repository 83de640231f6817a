"""The table of results: values under kind and key, sealed, with what each takes and when it was used last."""

import shutil
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from byline.cache.software import software

Entry = tuple[str, str]
"""A kind and a key."""
Row = tuple[bytes, int]
"""A value, and the second when it was used last."""
_SEAL = 16
_SCHEMA = """
create table if not exists results(
    kind text not null, key text not null, value blob not null, size integer not null, used integer not null,
    primary key (kind, key)
)
"""
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_INTERRUPT,
}
"""Errors that say nothing about the file itself."""


@dataclass(slots=True)
class Results:
    """An open table in a file. No method raises; once the file is found `broken`, it gives nothing."""

    file: Path
    database: sqlite3.Connection
    broken: bool = False

    def get(self, kind: str, keys: Sequence[str]) -> dict[str, Row]:
        """Return those values of a kind that there are, by their keys."""
        if self.broken:
            return {}
        places = ", ".join("?" * len(keys))
        statement = f"select key, value, used from results where kind = ? and key in ({places})"  # noqa: S608 - question marks
        try:
            rows = self.database.execute(statement, (kind, *keys)).fetchall()
        except sqlite3.Error as error:
            self._note(error)
            return {}
        found: dict[str, Row] = {}
        for key, sealed, used in rows:
            if isinstance(sealed, bytes) and isinstance(used, int):
                value = sealed[_SEAL:]
                if sealed[:_SEAL] == _seal((kind, key), value):
                    found[key] = value, used
        return found

    def put(self, values: Iterable[tuple[Entry, bytes, int]], now: int) -> None:
        """Write values, each with the bytes that it takes altogether."""
        rows = [(*entry, _seal(entry, value) + value, size, now) for entry, value, size in values]
        self._change("insert or replace into results values (?, ?, ?, ?, ?)", rows)

    def touch(self, entries: Iterable[Entry], now: int) -> None:
        """Note that values were used."""
        rows = [(now, *entry) for entry in entries]
        self._change("update results set used = ? where kind = ? and key = ?", rows)

    def trim(self, fresh: Collection[Entry], cap: int) -> list[Entry]:
        """Drop what was used longest ago while more is held than the cap, and than three times the fresh.

        What is fresh stays. Returns what was dropped.
        """
        try:
            if (self.database.execute("select sum(size) from results").fetchone()[0] or 0) <= cap:
                return []
            rows = self.database.execute("select kind, key, size from results order by used").fetchall()
            total = sum(size for _, _, size in rows)
        except (sqlite3.Error, TypeError) as error:
            self._note(error)
            return []
        cap = max(cap, 3 * sum(size for kind, key, size in rows if (kind, key) in fresh))
        dropped = []
        for kind, key, size in rows:
            if total > cap and (kind, key) not in fresh:
                total -= size
                dropped.append((kind, key))
        self._change("delete from results where kind = ? and key = ?", dropped)
        return dropped

    def keys(self, kind: str) -> set[str] | None:
        """Return every key of a kind; None where they cannot be read."""
        try:
            return {key for (key,) in self.database.execute("select key from results where kind = ?", [kind])}
        except sqlite3.Error as error:
            self._note(error)
            return None

    def close(self) -> None:
        """Close the table; a broken one goes."""
        with suppress(sqlite3.Error):
            self.database.close()
        if self.broken:
            _remove(self.file)

    def _change(self, statement: str, rows: Collection[tuple[object, ...]]) -> None:
        if self.broken or not rows:
            return
        try:
            with self.database:
                self.database.executemany(statement, rows)
        except sqlite3.Error as error:
            self._note(error)

    def _note(self, error: Exception) -> None:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING:
            self.broken = True


def open_results(file: Path) -> Results | None:
    """Open a table, or make it anew where the file holds none. None where that cannot be."""
    if file.is_symlink() or file.is_dir():
        _remove(file)
    for _ in range(2):
        try:
            return Results(file, _connect(file))
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING:
                return None
            _remove(file)
    return None


def _connect(file: Path) -> sqlite3.Connection:
    """Open a file: its journal needs no shared memory, so that it may stand on a network drive.

    Nothing waits for the disk: a file that a crash of the system spoils is made anew.
    """
    database = sqlite3.connect(file, timeout=10, check_same_thread=False)
    try:
        for setting in ("trusted_schema = off", "cell_size_check = on", "auto_vacuum = full"):
            database.execute(f"pragma {setting}")
        database.execute("pragma synchronous = off")
        database.execute(_SCHEMA)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _seal(entry: Entry, value: bytes) -> bytes:
    """Tell a value from one that was changed, stands under another key, or comes from other software."""
    known_by = "\0".join((software(), *entry, "")).encode("utf-8", "surrogatepass")
    return sha256(known_by + value).digest()[:_SEAL]


def _remove(file: Path) -> None:
    for place in (file, file.with_name(f"{file.name}-journal"), file.with_name(f"{file.name}-wal")):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
        else:
            with suppress(OSError):
                place.unlink(missing_ok=True)
