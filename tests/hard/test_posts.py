"""Posts as nobody should write them: each gives one clear problem, or the right page."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from byline.addresses import slugify
from byline.problems import ContentError
from byline.settings import load_settings
from byline.site import Placement, load_site
from conftest import BuiltSite, run_mkdocs

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "posts.yml").read_text(encoding="utf-8")
)
MKDOCS_YML = """\
site_name: Hard
site_url: https://hard.example/
theme: {name: material, font: false}
plugins: [search, byline: {timezone: Europe/Berlin, pagination_per_page: 200, feed_length: 200}]
"""


def named(expected: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES if expected in case]


def write_site(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "posts").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada Quill}\n")
    return folder


def write_post(folder: Path, case: dict[str, Any]) -> None:
    head = (
        f"---\ntitle: {case['name']}\ndate: 2026-01-01\n"
        + (f"{case['head']}\n" if "head" in case else "")
        + "---\n"
    )
    text = case["bare"] if "bare" in case else head + case.get("text", "Text.") + "\n"
    file = folder / "posts" / f"{slugify(case['name'])}.md"
    file.write_bytes(text.encode(case.get("encoding", "utf-8")))


@pytest.mark.parametrize("case", named("says"))
def test_a_post_that_cannot_be_used_is_refused_with_its_line(tmp_path, case):
    write_post(write_site(tmp_path / "site"), case)
    settings = load_settings(tmp_path / "site" / "mkdocs.yml")
    with pytest.raises(ContentError) as error:
        load_site(settings, Placement("https://hard.example/", datetime(2026, 6, 1, tzinfo=UTC)))
    said = [str(problem) for problem in error.value.problems]
    assert len(said) == len(case["says"]) or all(slugify(case["name"]) in line for line in said)
    for expected in case["says"]:
        assert any(expected in line and f"{slugify(case['name'])}.md:" in line for line in said), said


@pytest.fixture(scope="module")
def hard_site(tmp_path_factory) -> BuiltSite:
    """One site of all posts that can be used."""
    folder = write_site(tmp_path_factory.mktemp("hard") / "site")
    for case in CASES:
        if "says" not in case:
            write_post(folder, case)
    site = run_mkdocs(folder)
    assert site.code == 0, site.said
    return site


@pytest.mark.parametrize("case", named("shows"))
def test_a_strange_post_becomes_the_right_page(hard_site, case):
    lines = str(case.get("bare", "")).replace("\ufeff", "").split("\n")
    title = next((line.removeprefix("title: ") for line in lines if line.startswith("title: ")), case["name"])
    page = hard_site.page(case.get("file") or f"articles/{slugify(title.strip(chr(39)))}/index.html")
    for text in case["shows"]:
        assert text in page
    for text in case.get("absent", ()):
        assert text not in page


@pytest.mark.parametrize("case", named("hidden"))
def test_what_is_held_back_is_not_there(hard_site, case):
    assert slugify(case["name"]) not in " ".join(hard_site.everything())


def test_the_feed_of_all_strange_posts_is_well_formed(hard_site):
    import feedparser

    assert not feedparser.parse(hard_site.page("feed.xml")).bozo
