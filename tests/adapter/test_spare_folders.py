"""Folders of the site before the last are used again, and nothing of what was in them."""

from pathlib import Path

import pytest

from byline.adapter.spare_folders import keep_folders, remove_empty, take_folders
from conftest import run_mkdocs


@pytest.fixture
def folder(copy_site):
    return copy_site("small")


def below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def spare_of(folder: Path) -> Path:
    return folder / ".site.byline" / "spare"


def empty_folders(site: Path) -> list[Path]:
    return [place for place in below(site) if place.is_dir() and not any(place.iterdir())]


def test_nothing_but_folders_is_left_beside_the_site(folder):
    run_mkdocs(folder)
    run_mkdocs(folder)
    assert sorted(entry.name for entry in (folder / ".site.byline").iterdir()) == ["lock", "spare"]
    left = below(spare_of(folder))
    assert left
    assert all(place.is_dir() for place in left)


def test_a_site_in_known_folders_is_the_same(folder):
    first = run_mkdocs(folder).everything()
    for _ in range(2):
        assert run_mkdocs(folder).everything() == first


def test_the_folder_of_an_article_that_is_gone_goes_too(folder):
    for _ in range(2):
        run_mkdocs(folder)
    gone = next((folder / "posts").glob("*.md"))
    gone.unlink()
    for _ in range(3):
        site = run_mkdocs(folder)
        assert site.code == 0, site.said
        assert empty_folders(site.out) == []


def test_what_somebody_put_there_is_not_published(folder):
    for _ in range(2):
        run_mkdocs(folder)
    before = run_mkdocs(folder).everything()
    deep = next(place for place in below(spare_of(folder)) if place.is_dir())
    (deep / "secret.txt").write_text("secret", encoding="utf-8")
    (spare_of(folder) / "link").symlink_to(folder / "posts")
    site = run_mkdocs(folder)
    assert site.everything() == before
    assert not (site.out / "link").is_symlink()
    assert list((folder / "posts").iterdir())


def test_a_file_stands_where_a_folder_was(folder):
    (folder / "docs" / "data" / "deep").mkdir(parents=True)
    (folder / "docs" / "data" / "deep" / "a.txt").write_text("a", encoding="utf-8")
    for _ in range(2):
        run_mkdocs(folder)
    (folder / "docs" / "data" / "deep" / "a.txt").unlink()
    (folder / "docs" / "data" / "deep").rmdir()
    (folder / "docs" / "data").rmdir()
    (folder / "docs" / "data").write_text("a file", encoding="utf-8")
    for _ in range(2):
        site = run_mkdocs(folder)
        assert site.code == 0, site.said
        assert (site.out / "data").read_text(encoding="utf-8") == "a file"


def test_folders_that_would_be_made_otherwise_now_are_not_used(tmp_path):
    old, spare, new = tmp_path / "old", tmp_path / "spare", tmp_path / "new"
    (old / "articles").mkdir(parents=True)
    (old / "articles").chmod(0o700)
    keep_folders(old, spare)
    new.mkdir()
    assert take_folders(spare, new) == []
    assert below(new) == []


def test_folders_come_without_files_and_go_where_nothing_was_written(tmp_path):
    old, spare, new = tmp_path / "old", tmp_path / "spare", tmp_path / "new"
    (old / "a" / "b").mkdir(parents=True)
    (old / "c").mkdir()
    (old / ".git" / "objects").mkdir(parents=True)
    (old / "a" / "b" / "index.html").write_text("old", encoding="utf-8")
    keep_folders(old, spare)
    assert not old.exists()
    new.mkdir(mode=0o750)
    folders = take_folders(spare, new)
    assert sorted(folders) == [str(new / "a"), str(new / "a" / "b"), str(new / "c")]
    assert new.stat().st_mode & 0o777 == 0o750
    (new / "a" / "b" / "index.html").write_text("new", encoding="utf-8")
    remove_empty(folders)
    assert below(new) == [new / "a", new / "a" / "b", new / "a" / "b" / "index.html"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    old, spare, new = tmp_path / "old", tmp_path / "spare", tmp_path / "new"
    (old / "a").mkdir(parents=True)
    keep_folders(old, spare)
    new.mkdir()
    (new / "plugin.txt").write_text("made early", encoding="utf-8")
    assert take_folders(spare, new) == []
    assert below(new) == [new / "plugin.txt"]


def test_a_site_that_cannot_be_emptied_is_not_kept(tmp_path, monkeypatch):
    old, spare = tmp_path / "old", tmp_path / "spare"
    (old / "a").mkdir(parents=True)
    (old / "a" / "index.html").write_text("old", encoding="utf-8")

    def refused(place, **more):
        raise PermissionError(place)

    monkeypatch.setattr("os.unlink", refused)
    keep_folders(old, spare)
    assert not spare.exists()
