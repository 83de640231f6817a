"""Exports made for a test, and a site to import them into."""

import sqlite3
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape

from click.testing import CliRunner, Result

from byline.articles import load_articles
from byline.cli.main import main
from byline.comments import Conversation
from byline.settings import load_settings
from byline.site.conversations import load_conversations

CASES = Path(__file__).parent / "cases"
SITE = CASES / "site"
BREAD, CALLS, PRICE = "2019-03-04-slow-bread", "2019-05-06-cold-calls", "2020-01-02-renamed"


def bring(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["comments", "import", *map(str, arguments)])


def conversations(folder: Path) -> dict[str, Conversation]:
    """Return what a build reads; that nothing in it is wrong is part of every test."""
    settings = load_settings(folder / "mkdocs.yml")
    articles, _ = load_articles(settings.posts_dir, zone=settings.timezone)
    found, problems = load_conversations(settings.posts_dir, articles, zone=settings.timezone)
    assert not problems
    return found


def archives(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("posts/*.yml"))}


def wxr(*comments: str, item: str = "<link>https://old.example/2019/05/cold-calls/</link>") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n'
        f"<item>{item}{''.join(comments)}</item>\n</channel></rss>\n"
    )


def wp_comment(number: object = 1, **fields: str) -> str:
    said = {
        "author": "Jane",
        "date_gmt": "2019-03-05 09:00:00",
        "content": "Well said.",
        "approved": "1",
        **fields,
    }
    texts = "".join(f"<wp:comment_{key}>{escape(text)}</wp:comment_{key}>" for key, text in said.items())
    return f"<wp:comment><wp:comment_id>{number}</wp:comment_id>{texts}</wp:comment>"


def isso_database(
    file: Path, *comments: tuple[object, ...], uris: tuple[str, ...] = ("/cold-calls",)
) -> Path:
    """Write a database in the form of Isso's; a comment is (thread, parent, created, mode, text, author)."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR UNIQUE, title VARCHAR)")
        database.execute(
            "CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER,"
            " created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR,"
            " text VARCHAR NOT NULL, author VARCHAR, email VARCHAR, website VARCHAR,"
            " likes INTEGER, dislikes INTEGER, voters BLOB)"
        )
        database.executemany(
            "INSERT INTO threads (uri, title) VALUES (?, 'A title')", [(uri,) for uri in uris]
        )
        database.executemany(
            "INSERT INTO comments (tid, parent, created, mode, text, author, website, email, remote_addr,"
            " voters) VALUES (?, ?, ?, ?, ?, ?, 'https://web.example/', 'secret@mail.example',"
            " '203.0.113.77', x'00')",
            comments,
        )
        database.commit()
    return file
