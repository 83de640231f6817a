import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner, Result

from byline.cli.main import main
from importers.discussions.exports import BREAD, CALLS, CASES, archives, bring, conversations


def export(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["comments", "export", "--to", "isso", *arguments])


def test_isso_itself_takes_what_is_exported_and_it_comes_back_the_same(site: Path) -> None:
    bring(CASES / "wordpress.xml", CASES / "disqus.xml")
    said = {one.text: one for path in (BREAD, CALLS) for one in conversations(site)[f"{path}.md"].walk()}
    result = export("--output", "isso.json")
    assert result.exit_code == 0, result.output
    Path("isso.cfg").write_text(
        "[general]\ndbpath = isso.db\nhost = http://127.0.0.1/\n[server]\nlisten = http://127.0.0.1:1\n"
    )
    command = [
        sys.executable,
        "-c",
        "from isso import main; main()",
        "-c",
        "isso.cfg",
        "import",
        "-t",
        "generic",
        "isso.json",
    ]
    zone = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(command, env=zone, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect("isso.db")) as database:
        columns = "uri, author, created, mode, email, remote_addr, parent, text"
        query = f"SELECT {columns} FROM comments JOIN threads ON tid = threads.id"
        rows = list(database.execute(query))
    assert len(rows) == 16
    assert {row[0] for row in rows} == {"https://old.example/?p=11", "/cold-calls", "/price", "/unfinished"}
    assert {(row[3], row[4], row[5], row[6]) for row in rows} == {(1, None, "0.0.0.0", None)}
    for file in site.glob("posts/*.yml"):
        file.unlink()
    assert "16 written" in bring("isso.db").output
    again = {one.text: one for path in (BREAD, CALLS) for one in conversations(site)[f"{path}.md"].walk()}
    assert again.keys() == said.keys()
    for text, comment in again.items():
        assert (comment.author, comment.url) == (said[text].author, said[text].url)
        assert comment.html.replace("\n", "") == said[text].html.replace("\n", "")
        assert said[text].date in {None, comment.date}


def test_without_a_file_the_export_is_printed(site: Path) -> None:
    assert export().output == "[]\n"
    bring(CASES / "disqus.xml")
    threads = json.loads(export().output)
    assert [(one["id"], one["title"], len(one["comments"])) for one in threads] == [
        ("https://old.example/?p=11", "Slow bread", 1),
        ("/cold-calls", "Cold calls, warm voices", 3),
    ]


def test_a_file_that_is_there_is_not_written_over(site: Path) -> None:
    Path("isso.json").write_text("mine")
    result = export("--output", "isso.json")
    assert result.exit_code == 1
    assert "isso.json:1: this file is there already" in result.output
    assert Path("isso.json").read_text() == "mine"


def test_an_archive_with_a_mistake_in_it_is_not_exported(site: Path) -> None:
    (site / "posts" / f"{CALLS}.comments.yml").write_text("- id: a\n  email: a@b.example\n  text: x\n")
    result = export()
    assert result.exit_code == 1
    assert ".comments.yml:2: `email` does not belong here" in result.output
    assert archives(site)
