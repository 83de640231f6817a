"""Which pages are known at first sight: none that another plugin may have given something."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import SITES, BuiltSite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "discussed", tmp_path / "discussed"))


def known(site: BuiltSite) -> int:
    """Return how many pages were known at first sight."""
    assert site.code == 0, site.said
    found = re.search(r"(\d+) known at first sight", site.said)
    assert found, site.said
    return int(found[1])


def printed(site: BuiltSite) -> int:
    found = re.search(r"from the cache, (\d+) printed", site.said)
    assert found, site.said
    return int(found[1])


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def all_known(build, folder) -> int:
    assert known(build(folder)) == 0
    return known(build(folder))


def test_articles_and_listings_are(all_known):
    assert all_known == 16, "five articles; lists of all, of a category, a year and an author; the others"


def test_only_the_article_whose_text_changed_is_not(build, folder, all_known):
    file = folder / "posts" / "open.md"
    edit(file, "who said it.", "who said it.\n\n<!-- more -->\n\nIt takes a pen.")
    build(folder)
    edit(file, "It takes a pen.", "It takes two pens.")
    site = build(folder)
    assert known(site) == all_known - 1
    assert "It takes two pens." in site.page("articles/who-keeps-the-minutes/index.html")


def test_no_page_is_after_another_article_got_a_title(build, folder, all_known):
    edit(folder / "posts" / "open.md", "Who keeps", "Who hides")
    assert known(build(folder)) == 0
    assert known(build(folder)) == all_known


def test_an_article_is_not_of_which_something_else_was_said(build, folder, all_known):
    edit(folder / "posts" / "kept.comments.yml", "How long does", "How much time does")
    site = build(folder)
    assert known(site) == all_known - 1
    assert "How much time does" in site.page("articles/who-files-the-minutes/index.html")


@pytest.mark.parametrize("event", ["on_page_context", "on_page_markdown", "on_files", "on_config"])
def test_none_is_where_another_plugin_takes_part(build, folder, event):
    first = {"on_page_context": "context", "on_page_markdown": "markdown", "on_files": "files"}
    name = first.get(event, "config")
    (folder / "hook.py").write_text(f"def {event}({name}, **more):\n    return {name}\n", encoding="utf-8")
    edit(folder / "mkdocs.yml", "nav:", "hooks: [hook.py]\nnav:")
    build(folder)
    again = build(folder)
    assert (known(again), printed(again)) == (0, 0)


def test_articles_are_where_no_other_page_comes_before_them(build, folder):
    (folder / "docs" / "index.md").unlink()
    edit(folder / "mkdocs.yml", "nav: [index.md, {Articles: articles/index.md}]", "")
    build(folder)
    again = build(folder)
    assert known(again) >= 7
    assert printed(again) == 0


def test_a_playbook_is_until_one_of_its_articles_changes(build, tmp_path):
    folder = Path(shutil.copytree(SITES / "checklists", tmp_path / "checklists"))
    build(folder)
    all_known = known(build(folder))
    with (folder / "posts" / "letters.md").open("a", encoding="utf-8") as file:
        file.write("\nA stamp came with it.\n")
    assert known(build(folder)) == all_known - 5, (
        "the article, its checklist, one category's and two authors'"
    )


def test_mkdocs_builds_only_the_others(build, folder, all_known):
    site = build(folder)
    found = re.search(r"pages: (\d+) from the cache, 0 printed", site.said)
    assert found, site.said
    assert site.said.count("Building page ") == int(found[1]) - all_known


def test_the_page_of_all_checklists_is_until_one_of_them_changes(build, tmp_path):
    folder = Path(shutil.copytree(SITES / "checklists", tmp_path / "checklists"))
    build(folder)
    known(build(folder))
    letters = folder / "posts" / "letters.md"
    with letters.open("a", encoding="utf-8") as file:
        file.write("\nA stamp came with it.\n")
    before = build(folder)
    assert "Building page checklists/index.md" not in before.said
    page = before.page("checklists/index.html")
    edit(letters, "## Ask for one thing", "## Ask for two things")
    site = build(folder)
    assert site.page("checklists/index.html") != page
    assert "Building page checklists/index.md" in site.said
