"""Isso's own database, opened for reading only, whether or not Isso is running on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from byline.importers.discussions.found import EMPTY, KEPT, PENDING, TRASH, Export, Found, Source
from byline.importers.discussions.markup import Markdown, is_empty
from byline.importers.discussions.words import clean_address, clean_date, clean_line, clean_name
from byline.importers.discussions.xml import refusal

TABLES = {"comments", "threads"}
NAMES = "SELECT name FROM sqlite_master WHERE type = 'table'"
QUERY = """
    SELECT comments.id, comments.parent, comments.created, comments.mode, comments.text, comments.author,
           comments.website, threads.uri, threads.title
    FROM comments LEFT JOIN threads ON threads.id = comments.tid ORDER BY comments.id
"""
ACCEPTED, AWAITING = 1, 2


def read_isso(file: Path) -> Export:
    """Read all comments of a database."""
    try:
        address = f"file:{quote(str(file.absolute()))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=5)) as database:
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = OFF")
            tables = {name for (name,) in database.execute(NAMES)}
            if not tables >= TABLES:
                wrong = "this database is none of Isso's: it has no tables `threads` and `comments`"
                raise refusal(file, 1, wrong, "name the file that `dbpath` in Isso's configuration names")
            comments = tuple(_comments(database))
    except sqlite3.Error as error:
        mend = "copy it with `sqlite3 comments.db '.backup copy.db'`, and import the copy"
        raise refusal(file, 1, f"this database cannot be read ({error})", mend) from error
    undated = sum(comment.state == KEPT and comment.date is None for comment in comments)
    return Export(file, "Isso", comments, (f"comments without a date: {undated}",) if undated else ())


def _comments(database: sqlite3.Connection) -> Iterator[Found]:
    markdown = Markdown()
    for number, parent, created, mode, text, author, website, uri, title in database.execute(QUERY):
        address = clean_line(_text(uri))
        post = Source(title=clean_line(_text(title)), url=address, thread=address)
        name, above = f"isso-{number}", f"isso-{parent}" if parent else ""
        state = {ACCEPTED: KEPT, AWAITING: PENDING}.get(mode, TRASH)
        html = markdown.convert(_text(text)) if state == KEPT else ""
        if state == KEPT and is_empty(html):
            state = EMPTY
        if state != KEPT:
            yield Found(name, post, above, state=state)
        else:
            person = clean_name(_text(author))
            date = clean_date(partial(_moment, created))
            yield Found(name, post, above, person, clean_address(_text(website)), date, html)


def _text(value: Any) -> str:
    """Return what a column holds; SQLite keeps anything in any."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")


def _moment(seconds: Any) -> datetime:
    return datetime.fromtimestamp(float(seconds), UTC)
