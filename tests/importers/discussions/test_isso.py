import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from importers.discussions.exports import BREAD, CALLS, archives, bring, conversations, isso_database

NOON = 1_551_787_200.25  # 2019-03-05 12:00 UTC


def test_comments_come_in_with_their_threads_and_dates(site: Path) -> None:
    database = isso_database(
        Path("comments.db"),
        (1, None, NOON, 1, "Some *good* words\nhere", "Jane"),
        (1, 1, NOON + 60, 4, "", None),
        (1, 2, NOON + 120, 1, "An answer to what is deleted", "Otto"),
        (1, None, NOON, 2, "Waiting", "Shy"),
        (2, None, NOON, 1, "Filed under the article's id", None),
        (3, None, NOON, 1, "Of nothing here", "Lost"),
        uris=("/cold-calls", "https://old.example/?p=11", "/nowhere"),
    )
    before = database.read_bytes()
    result = bring(database)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[:6] == [
        "comments.db: Isso, 6 comments",
        "  3 written, to 2 files",
        "  1 left out: trash or deleted",
        "  1 left out: waiting for approval",
        "  1 of posts that this site does not have",
        "  0 unaccounted for",
    ]
    [jane] = conversations(site)[f"{CALLS}.md"].threads
    assert jane.html == "<p>Some <em>good</em> words<br>\nhere</p>"
    assert (jane.id, str(jane.date), jane.url) == (
        "isso-1",
        "2019-03-05 12:00:00+00:00",
        "https://web.example/",
    )
    assert [reply.author for reply in jane.replies] == ["Otto"]
    [nobody] = conversations(site)[f"{BREAD}.md"].threads
    assert nobody.author == ""
    stored = "".join(archives(site).values())
    assert "@" not in stored and "203.0.113" not in stored
    assert database.read_bytes() == before
    assert sorted(file.name for file in Path().glob("comments.db*")) == ["comments.db"]


def test_hostile_markdown_is_kept_as_plain_text(site: Path) -> None:
    texts = ("[" * 5_000, "> " * 5_000 + "x", "- " * 2_000 + "x", "*" * 10_000, "<b>" * 2_000 + "x")
    rows = [(1, None, NOON + number, 1, text, "X") for number, text in enumerate(texts)]
    assert "5 written" in bring(isso_database(Path("comments.db"), *rows)).output
    assert len(conversations(site)[f"{CALLS}.md"].threads) == 5


@pytest.mark.parametrize(
    "text",
    [
        "[a" * 30_000,
        "[a]:\n" * 12_000,
        "![a](b" * 10_000,
        "a\n=\n" * 16_000,
        "<![CDATA[" * 1_900,
        ("<div" + " " * 30) * 1_900,
    ],
)
def test_hostile_markdown_takes_no_time(site: Path, text: str) -> None:
    """Isso takes comments of 65,535 characters, from anybody."""
    isso_database(Path("comments.db"), (1, None, NOON, 1, text, "X"))
    start = time.process_time()
    assert "1 written" in bring(Path("comments.db")).output
    assert time.process_time() - start < 3


def test_columns_may_hold_anything(site: Path) -> None:
    rows = [
        (1, "x", "not a date", 1, b"bytes \xff", 5),
        (1, 7, 1e300, 1, "endless", None),
        (1, None, NOON, "1", "mode as a text", "A"),
        (99, None, NOON, 1, "no thread", "B"),
    ]
    result = bring(isso_database(Path("comments.db"), *rows))
    assert result.exit_code == 0, result.output
    assert "0 unaccounted" in result.output
    assert len(conversations(site)[f"{CALLS}.md"].threads) == 3


def test_another_database_is_refused(site: Path) -> None:
    with closing(sqlite3.connect("other.db")) as database:
        database.execute("CREATE VIEW comments AS SELECT 1")
        database.execute("CREATE TABLE threads (id)")
    result = bring("other.db")
    assert result.exit_code == 1
    assert "this database is none of Isso's" in result.output
    with closing(sqlite3.connect("less.db")) as database:
        database.execute("CREATE TABLE comments (id)")
        database.execute("CREATE TABLE threads (id)")
    assert "this database cannot be read (no such column" in bring("less.db").output
