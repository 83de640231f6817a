"""When `byline check` recommends Pagefind, and what it says where Pagefind is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from byline.settings import Settings
from byline.site import searching

POST = "---\ntitle: Number {number}\ndate: 2026-01-01\nchecklist: false\n---\nText.\n"
ADVICE = (
    "warning: mkdocs.yml:{line}: a reader's first search fetches the text of all 501 articles; set `search: "
    'pagefind` below `byline:` and install it with `pip install "mkdocs-byline[pagefind]"`: it fetches only '
    "what a query needs"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    (folder / "posts").mkdir()
    (folder / "docs").mkdir()
    for number in range(501):
        (folder / "posts" / f"{number}.md").write_text(POST.format(number=number))
    return folder


def check(folder: Path, plugins: str) -> tuple[int, list[str]]:
    configuration = f"site_name: x\nsite_url: https://x.example/\nplugins:\n{plugins}"
    (folder / "mkdocs.yml").write_text(configuration)
    command = [sys.executable, "-c", "from byline.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("named", ["search", "material/search", "search: {lang: de}"])
def test_pagefind_is_recommended_above_500_articles(folder, named):
    assert check(folder, f"  - {named}\n  - byline\n") == (0, [ADVICE.format(line=5)])


def test_the_recommendation_points_at_the_option_where_there_is_one(folder):
    plugins = "  - search\n  - byline:\n      search: material\n"
    assert check(folder, plugins) == (0, [ADVICE.format(line=6)])


@pytest.mark.parametrize("plugins", ["  - byline\n", "  - search\n  - byline:\n      search: pagefind\n"])
def test_nothing_is_said_without_a_search_or_with_pagefind(folder, plugins):
    assert check(folder, plugins) == (0, [])


def test_500_articles_are_no_reason_yet(folder):
    (folder / "posts" / "500.md").rename(folder / "500.md")
    try:
        assert check(folder, "  - search\n  - byline\n") == (0, [])
    finally:
        (folder / "500.md").rename(folder / "posts" / "500.md")


def test_a_missing_pagefind_is_a_problem_that_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(searching, "find_spec", lambda name: None)
    assert list(searching.pagefind_problems(Settings())) == []
    found = list(searching.pagefind_problems(Settings(search="pagefind")))
    assert [str(problem) for problem in found] == [
        "mkdocs.yml:1: `search: pagefind`, and Pagefind is not installed; "
        'install it with `pip install "mkdocs-byline[pagefind]"`'
    ]
