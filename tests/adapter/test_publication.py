"""Replacing the site whole, or not at all."""

import os
import subprocess
import sys

import pytest
from filelock import FileLock

from byline.adapter.staging import begin_staging
from byline.problems import ContentError
from conftest import run_mkdocs


@pytest.fixture
def folder(copy_site):
    return copy_site("small")


def test_a_build_that_strict_refuses_leaves_the_site_as_it_was(folder):
    assert run_mkdocs(folder, "--strict").code == 0
    before = run_mkdocs(folder).everything()
    (folder / "docs" / "index.md").write_text("# Changed\n\n[nowhere](missing.md)\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 1
    assert site.everything() == before
    assert run_mkdocs(folder).code == 0
    assert "Changed" in run_mkdocs(folder).page("index.html")


def test_a_build_that_fails_half_way_leaves_the_site_as_it_was(folder):
    before = run_mkdocs(folder).everything()
    (folder / "overrides").mkdir()
    (folder / "overrides" / "main.html").write_text(
        "{% extends 'base.html' %}{% block footer %}{{ 1 // 0 }}{% endblock %}"
    )
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  font: false", "  font: false\n  custom_dir: overrides"))
    site = run_mkdocs(folder)
    assert site.code == 1
    assert site.everything() == before
    assert [entry.name for entry in (folder / ".site.byline").iterdir()] == ["lock"]


def test_hidden_files_of_the_old_site_come_along(folder):
    run_mkdocs(folder)
    (folder / "site" / ".nojekyll").write_text("")
    (folder / "site" / ".git").mkdir()
    (folder / "site" / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    (folder / "site" / "stale.html").write_text("stale")
    site = run_mkdocs(folder)
    assert (site.out / ".nojekyll").exists()
    assert (site.out / ".git" / "HEAD").read_text() == "ref: refs/heads/pages"
    assert not (site.out / "stale.html").exists()


def test_a_site_folder_that_is_a_link_stays_one(folder, tmp_path):
    (tmp_path / "www").mkdir()
    (folder / "site").symlink_to(tmp_path / "www")
    assert run_mkdocs(folder).code == 0
    assert (folder / "site").is_symlink()
    assert (tmp_path / "www" / "index.html").exists()


def test_what_a_killed_build_left_is_cleaned_by_the_next(folder):
    left = folder / ".site.byline" / "new"
    left.mkdir(parents=True)
    (left / "half.html").write_text("half")
    site = run_mkdocs(folder)
    assert site.code == 0
    assert "half.html" not in site.everything()
    assert not left.exists()


def test_a_replacement_that_was_cut_short_is_taken_back(folder):
    run_mkdocs(folder)
    (folder / "site").rename(folder / ".site.byline" / "aside")
    staging = begin_staging(folder / "site", say=print)
    staging.discard()
    assert (folder / "site" / "index.html").exists()


def test_a_second_build_says_who_holds_the_site(tmp_path):
    staging = begin_staging(tmp_path / "site", say=print)
    said = []
    with pytest.raises(ContentError, match=f"another build \\(process {os.getpid()}\\) has been writing"):
        begin_staging(tmp_path / "site", say=said.append, wait=0.1)
    assert said == [f"another build (process {os.getpid()}) is writing this site; waiting for it to end"]
    staging.discard()
    begin_staging(tmp_path / "site", say=said.append, wait=0.1).discard()


def test_a_waiting_build_builds_in_the_end(folder):
    (folder / ".site.byline").mkdir()
    lock = FileLock(folder / ".site.byline" / "lock")
    lock.acquire()
    command = [sys.executable, "-m", "mkdocs", "build"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as build:
        for line in build.stderr:
            if "waiting for it to end" in line:
                break
        assert not (folder / "site").exists()
        lock.release()
        build.stderr.read()
    assert build.returncode == 0
    assert (folder / "site" / "index.html").exists()


def test_publishing_to_a_branch_takes_the_finished_site(folder):
    def git(*arguments):
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@small.example"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
        )

    (folder / ".gitignore").write_text("/site/\n/.site.byline/\n")
    subprocess.run(["git", "init", "-q", "--bare", str(folder.parent / "remote.git")], check=True)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Begin")
    git("remote", "add", "origin", str(folder.parent / "remote.git"))
    names = {
        f"GIT_{role}_{part}": "ada@small.example"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    command = [sys.executable, "-m", "mkdocs", "gh-deploy", "--remote-branch", "pages"]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **names}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "articles/pack-the-night-before/index.html" in git("ls-tree", "-r", "--name-only", "pages").stdout


def test_a_dirty_build_is_written_in_place(folder):
    run_mkdocs(folder)
    site = run_mkdocs(folder, "--dirty")
    assert site.code == 0
    assert "articles/pack-the-night-before/index.html" in site.everything()
