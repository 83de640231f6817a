"""What builds run is kept where nobody but this user may write, or not at all."""

import os
from pathlib import Path

import pytest

from byline.cache import open_private_cache


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def keep_and_look() -> object:
    """Keep a value, and return what the next build finds of it."""
    first = open_private_cache("templates")
    first.save("template", "a" * 32, ["print()"])
    first.close()
    second = open_private_cache("templates")
    found = second.load("template", "a" * 32)
    second.close()
    return found


def test_what_was_kept_is_found(home):
    assert keep_and_look() == ["print()"]
    assert (home / "byline").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_nothing_is_kept_where_others_may_write(home, mode):
    (home / "byline").mkdir()
    (home / "byline").chmod(mode)
    assert keep_and_look() is None
    assert list((home / "byline").iterdir()) == []


def test_nothing_is_kept_behind_a_link(home, tmp_path_factory):
    (home / "byline").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert keep_and_look() is None


def test_nothing_is_kept_where_a_file_stands(home):
    (home / "byline").write_text("no folder", encoding="utf-8")
    assert keep_and_look() is None


def test_nothing_is_kept_without_a_home(home, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull + "/nowhere")
    assert keep_and_look() is None
