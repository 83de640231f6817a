"""`byline new` and `byline post`."""

import re
import subprocess
import sys
from datetime import date

import pytest

from byline.authors import Author
from byline.problems import ContentError
from byline.scaffold import new_post, new_site
from conftest import run_mkdocs
from serving import free_port, serving


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "my-site"
    new_site(folder, today=date(2026, 5, 30))
    return run_mkdocs(folder, "--strict")


def test_a_new_site_builds_strictly(fresh):
    assert fresh.code == 0, fresh.said
    assert "WARNING" not in fresh.said


def test_a_new_site_holds_what_the_author_needs(fresh):
    for name in ("mkdocs.yml", "posts/authors.yml", "docs/index.md", "overrides", ".gitignore"):
        assert (fresh.folder / name).exists()
    assert len(list((fresh.folder / "posts").glob("*.md"))) == 2


def test_a_new_site_shows_both_samples_and_one_checklist(fresh):
    assert "A week of small promises" in fresh.page("index.html")
    checklist = fresh.page("articles/a-week-of-small-promises/index.html").partition("<byline-checklist")[2]
    for tip in ("Say what you will do next", "Write the promise down", "Ask what would make", "Send a line"):
        assert tip in checklist
    assert "<byline-checklist" not in fresh.page("articles/how-this-site-works/index.html")


def test_a_new_site_asks_no_third_party_for_anything(fresh):
    for path, content in fresh.everything().items():
        if path.endswith(".html"):
            text = content.decode()
            assert not re.search(r'<(?:script|img|iframe)[^>]+src="https?://', text), path
            assert not re.search(r'<link[^>]+rel="(?:stylesheet|preconnect)"[^>]+href="https?://', text), path


def test_a_new_site_has_comments_in_the_preview_and_none_in_a_build_without_a_server(fresh, tmp_path):
    article = fresh.page("articles/a-week-of-small-promises/index.html")
    assert "<byline-comments" not in article
    assert "127.0.0.1" not in article
    folder = tmp_path / "site"
    new_site(folder, today=date(2026, 5, 30))
    with serving(folder, free_port()) as preview:
        article = preview.page("articles/a-week-of-small-promises/")
    assert "<byline-comments" in article
    assert "127.0.0.1:8080" in article


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ContentError, match="something here already"):
        new_site(tmp_path, today=date(2026, 5, 30))
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_new_post_is_a_draft_in_the_only_authors_name(tmp_path):
    post = new_post("Say: no!", tmp_path / "posts", {"ada": Author("ada", "Ada")})
    assert post.name == "say-no.md"
    text = post.read_text()
    assert "title: 'Say: no!'" in text
    assert "draft: true" in text
    assert "authors: [ada]" in text


@pytest.mark.parametrize(("title", "slug"), [("Say: no!", "say-no"), ("2026", "'2026'"), ("No", "'no'")])
def test_a_new_post_keeps_its_address_and_its_comments_when_its_title_changes(tmp_path, title, slug):
    post = new_post(title, tmp_path, {})
    assert f"\nslug: {slug}  # " in post.read_text()


def test_a_new_post_never_replaces_another(tmp_path):
    new_post("One", tmp_path, {})
    with pytest.raises(ContentError, match="exists already"):
        new_post("One", tmp_path, {})


def test_a_title_without_letters_is_refused(tmp_path):
    with pytest.raises(ContentError, match="no file name"):
        new_post("!!!", tmp_path, {})


def test_the_command_makes_a_site_a_post_and_checks_it(tmp_path):
    def byline(*arguments, folder=tmp_path):
        command = [sys.executable, "-c", "from byline.cli import main; main()", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)

    assert byline("new", "site").returncode == 0
    site = tmp_path / "site"
    assert byline("post", "On trust", folder=site).returncode == 0
    assert "2 articles to publish, 1 kept back" in byline("check", folder=site).stdout
    (site / "posts" / "bad.md").write_text("---\ntitle: Bad\nauthors: [you]\n---\n")
    checked = byline("check", folder=site)
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == [
        "posts/bad.md:2: no date; add `date: 2026-03-04` (year-month-day), or `draft: true` to keep it back"
    ]
    assert byline("new", "site").returncode == 1
    assert byline("new").returncode == 2
    outside = byline("post", "x")
    assert outside.returncode == 1
    assert "mkdocs.yml:1: there is no such file" in outside.stderr
