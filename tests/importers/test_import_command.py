import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from byline.cli.importing import import_articles

TEXT = "Bread, slowly\nA loaf that was hurried tells everybody at the table. The oven waits for nobody.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\nplugins:\n  - byline\n")
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(import_articles, arguments)


def test_a_pasted_text_is_imported_and_a_second_time_left_alone(site: Path) -> None:
    first = run("a.txt")
    assert first.exit_code == 0, first.output
    assert "a.txt → posts/bread-slowly.md (draft)" in first.output
    assert "0 unaccounted" in first.output
    before = (site / "posts" / "bread-slowly.md").read_text()
    again = run("a.txt")
    assert again.exit_code == 0
    assert "already imported as posts/bread-slowly.md, left alone" in again.output
    assert (site / "posts" / "bread-slowly.md").read_text() == before
    assert len(list((site / "posts").iterdir())) == 1


def test_options_set_title_date_and_state(site: Path) -> None:
    result = run("a.txt", "--title", "Slow bread", "--date", "2020-01-02", "--publish")
    assert result.exit_code == 0, result.output
    text = (site / "posts" / "2020-01-02-slow-bread.md").read_text()
    assert text.startswith("---\ntitle: Slow bread\ndate: 2020-01-02\n")
    assert "draft" not in text


def test_a_site_elsewhere_is_named_with_into(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "mkdocs.yml").write_text("site_name: Other\nplugins: [byline]\n")
    assert run("a.txt", "--into", str(other)).exit_code == 0
    assert (other / "posts" / "bread-slowly.md").is_file()
    assert not (site / "posts").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("nulls.txt", b"\x00" * 500),
        ("page.html", b"<p>x</p>"),
        ("broken.md", b"---\ntitle: [\n---\nx"),
        ("latin.txt", b"caf\xe9"),
    ],
)
def test_one_bad_file_is_a_problem_and_nothing_is_written(site: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (site / name).write_bytes(data)
    result = run("a.txt", name)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.stderr.startswith(f"{name}:")
    assert "; " in result.stderr
    assert not (site / "posts").exists()


def test_every_bad_file_is_named_at_once(site: Path) -> None:
    (site / "folder").mkdir()
    lines = run("folder", "missing.txt", "a.txt").stderr.splitlines()
    assert lines == [
        "folder:1: this is a folder; name the files in it, for example `folder/*.txt`",
        "missing.txt:1: there is no such file; check its name and folder",
    ]


def test_a_place_without_a_site_is_a_problem(site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    result = run("a.txt")
    assert result.exit_code == 1
    assert "mkdocs.yml:1: there is no such file" in result.stderr


def test_a_post_of_the_site_is_not_imported_again(site: Path) -> None:
    run("a.txt")
    result = run("posts/bread-slowly.md")
    assert result.exit_code == 1
    assert "this is a post of the site already" in result.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt", "--date", "May"], ["a.txt", "--encoding", "klingon"], ["a.txt", "-z"]]
)
def test_wrong_usage_ends_with_2(site: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("2019/5/3", "2019-05-03"),
        ("May 3, 2019", "2019-05-03"),
        ("3/4/2019", "2019-03-04 or 2019-04-03"),
        ("2019-02-30", "YYYY-MM-DD, such as 2026-03-04"),
        ("soon", "YYYY-MM-DD, such as 2026-03-04"),
    ],
)
def test_a_wrong_date_is_told_with_the_right_one(site: Path, date: str, meant: str) -> None:
    result = run("a.txt", "--date", date, "--date", "x")
    assert result.exit_code == 2
    assert f"Error: --date {date} is no date; write --date {meant}\n--date x is no date" in result.stderr
    assert not (site / "posts").exists()


def test_another_encoding_is_read_when_it_is_named(site: Path) -> None:
    (site / "b.txt").write_bytes("Käse ist gut und Brot ist besser als Käse.".encode("cp1252"))
    assert run("b.txt", "--encoding", "cp1252").exit_code == 0


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_at_a_terminal_the_title_is_chosen(site: Path) -> None:
    controller, terminal = os.openpty()
    program = "from byline.cli.importing import import_articles; import_articles()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "a.txt"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        os.write(controller, b"2\n")
        output = process.communicate(timeout=60)[0].decode()
    os.close(terminal)
    os.close(controller)
    assert "Title of a.txt:" in output
    assert process.returncode == 0
    assert not (site / "posts" / "bread-slowly.md").exists()
    assert len(list((site / "posts").glob("*.md"))) == 1
