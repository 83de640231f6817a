from pathlib import Path

import pytest

from byline.importers.discussions import Change, write_changes
from byline.importers.discussions.archives import open_archive
from byline.problems import ContentError


def everything(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in sorted(folder.iterdir())}


def test_new_and_old_files_are_written(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("a")
    write_changes([Change(tmp_path / "new", None, "n"), Change(tmp_path / "old", "a", "b")])
    assert everything(tmp_path) == {"new": "n", "old": "b"}


@pytest.mark.parametrize(
    "bad",
    [
        ("old", "what was read before somebody else wrote", "x"),
        ("old", None, "x"),
        ("missing/new", None, "x"),
        ("missing", "gone meanwhile", "x"),
    ],
)
def test_where_one_cannot_be_written_none_is(tmp_path: Path, bad: tuple[str, str | None, str]) -> None:
    for name in ("old", "other"):
        (tmp_path / name).write_text("a")
    before = everything(tmp_path)
    name, old, new = bad
    changes = [
        Change(tmp_path / "first", None, "1"),
        Change(tmp_path / "other", "a", "b"),
        Change(tmp_path / name, old, new),
        Change(tmp_path / "last", None, "2"),
    ]
    with pytest.raises(ContentError):
        write_changes(changes)
    assert everything(tmp_path) == before


def test_a_symbolic_link_in_the_place_of_an_archive_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("[]\n")
    link = tmp_path / "a.comments.yml"
    link.symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(ContentError, match="this is a symbolic link"):
        open_archive(link)
