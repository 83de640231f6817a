from pathlib import Path

import pytest

from byline.importers import ImportPlan, NewFile, write_import
from byline.problems import ContentError


def plan(*files: NewFile, authors: str | None = None) -> ImportPlan:
    return ImportPlan(files, authors, ())


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_files_and_authors_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    files = NewFile(posts / "a.md", "ä\r\n"), NewFile(posts / ".imported" / "a.dropped.txt", "x")
    write_import(plan(*files, authors="authors: {}\n"), posts / "authors.yml")
    assert (posts / "a.md").read_bytes() == "ä\r\n".encode()
    assert sorted(tree(posts)) == [".imported/a.dropped.txt", "a.md", "authors.yml"]
    assert (posts / "a.md").stat().st_mode & 0o077 == (posts / "a.md").stat().st_mode & 0o044


def test_a_file_that_is_there_is_never_overwritten_and_nothing_else_is_made(tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "b.md").write_text("mine")
    (posts / "authors.yml").write_text("authors:\n")
    files = (
        NewFile(posts / "a.md", "new"),
        NewFile(posts / ".imported/x", "x"),
        NewFile(posts / "b.md", "new"),
    )
    with pytest.raises(ContentError, match=r"b.md:1: this file is there already"):
        write_import(plan(*files, authors="changed"), posts / "authors.yml")
    assert tree(tmp_path) == {"posts/b.md": "mine", "posts/authors.yml": "authors:\n"}
    assert not (posts / ".imported").exists()


def test_a_place_that_cannot_be_written_to_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "posts").write_text("a file, no folder")
    with pytest.raises(ContentError, match="cannot be written"):
        write_import(plan(NewFile(tmp_path / "posts" / "sub" / "a.md", "x")), tmp_path / "authors.yml")
    assert tree(tmp_path) == {"posts": "a file, no folder"}


def test_a_linked_author_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "people.yml").write_text("authors:\n")
    (tmp_path / "authors.yml").symlink_to("people.yml")
    write_import(plan(authors="authors: {}\n"), tmp_path / "authors.yml")
    assert (tmp_path / "authors.yml").is_symlink()
    assert (tmp_path / "people.yml").read_text() == "authors: {}\n"
