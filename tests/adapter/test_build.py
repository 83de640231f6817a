"""What `mkdocs build` makes of whole sites."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SITES, run_mkdocs, start_mkdocs


@pytest.mark.parametrize("name", ["small", "full"])
def test_a_site_builds_strictly(built, name):
    site = built(name)
    assert site.code == 0, site.said


def test_an_article_has_an_address_of_its_own_with_date_reading_time_and_author(built):
    page = built("small").page("articles/pack-the-night-before/index.html")
    assert '<h1 class="p-name">Pack the night before</h1>' in page
    assert '<time class="dt-published" datetime="2026-01-10">January 10, 2026</time>' in page
    assert "1 min read" in page
    assert "Ada has kept a notebook for thirty years" in page


def test_articles_and_pages_link_to_each_others_source_files(built):
    page = built("small").page("articles/pack-the-night-before/index.html")
    assert 'href="../a-day-at-the-archive/"' in page
    assert 'href="../.."' in page
    assert 'href="articles/hostile/"' in built("full").page("index.html")


def test_the_checklist_is_made_of_real_boxes_in_labels(built):
    page = built("small").page("articles/pack-the-night-before/index.html")
    checklist = page[page.index("<byline-checklist") : page.index("</byline-checklist>")]
    assert checklist.count('type="checkbox"') == 4
    assert checklist.count("<label") == 4
    assert "Put the ticket into your coat" in checklist


def test_each_item_has_a_place_of_its_own_in_the_article(built):
    page = built("small").page("articles/pack-the-night-before/index.html")
    items = set(re.findall(r'type="checkbox" value="(\w+)"', page))
    assert len(items) == 4
    assert all(page.count(f'id="tip-{item}"') == 1 for item in items)


def test_a_story_gets_no_checklist(built):
    assert "<byline-checklist" not in built("small").page("articles/a-day-at-the-archive/index.html")


def test_listings_are_split_into_pages_newest_first_after_pinned_ones(built):
    site = built("full")
    titles = re.findall(r'class="u-url" href="[^"]+">([^<]+)<', site.page("articles/index.html"))
    assert titles == ["Plain", "Number 5"]
    assert 'rel="next"' in site.page("articles/index.html")
    assert "Page 3 of 3" in site.page("articles/page/3/index.html")


def test_categories_that_look_alike_have_addresses_of_their_own(built):
    files = built("full").everything()
    assert {"categories/c-plus-plus/index.html", "categories/c-sharp/index.html"} <= files.keys()


@pytest.mark.parametrize(
    "path", ["authors/ada", "authors/bo", "tags/first-calls", "archive/2026", "categories", "tags", "archive"]
)
def test_every_listing_stands_at_its_address(built, path):
    assert f"{path}/index.html" in built("full").everything()


def test_texts_of_authors_are_data_and_never_markup(built):
    for path, content in built("full").everything().items():
        if path.startswith("assets/"):
            continue
        text = content.decode("utf-8", "replace")
        assert "<script>alert" not in text, path
        assert "<b>Quill" not in text, path
        assert "<img src=x" not in text, path
        assert "<i>tag" not in text, path


def test_search_finds_articles_and_leaves_listings_out(built):
    index = json.loads(built("full").page("search/index.json"))
    places = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert "articles/hostile/" in places
    assert not any(place.startswith(("categories", "tags", "archive", "authors")) for place in places)


def test_images_that_an_article_shows_are_published(built):
    files = built("full").everything()
    assert {"posts/pictures/chart.png", "posts/pictures/cover.png", "posts/pictures/ada.png"} <= files.keys()
    assert '../../posts/pictures/chart.png"' in built("full").page("articles/hostile/index.html")


def test_a_draft_and_a_future_post_appear_nowhere(built):
    for path, content in built("full").everything().items():
        assert b"anary" not in content, path
        assert "canary" not in path


def test_structured_data_reads_as_json(built):
    page = built("full").page("articles/hostile/index.html")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    data = json.loads(found[1])
    assert data["headline"] == 'Quotes " and <script>alert("title")</script> & more'
    assert [person["name"] for person in data["author"]] == ["Ada <b>Quill</b>", "Bo Ruiz"]


@pytest.mark.parametrize(
    ("zone", "seed"), [("America/Los_Angeles", "1"), ("Asia/Kolkata", "2"), ("Pacific/Kiritimati", "3")]
)
def test_the_same_site_has_the_same_bytes_everywhere(built, copy_site, zone, seed):
    again = start_mkdocs(copy_site("full"), "--strict", TZ=zone, PYTHONHASHSEED=seed).everything()
    before = built("full").everything()
    assert again.keys() == before.keys()
    assert [path for path in again if again[path] != before[path]] == []


def test_a_site_without_directory_urls_works_from_files(copy_site):
    folder = copy_site("full")
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("use_directory_urls: false\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert 'href="c-sharp/index.html"' in site.page("categories/index.html")


@pytest.mark.parametrize("name", ["posts", "options"])
def test_a_broken_site_is_refused_with_every_problem_and_left_as_it_was(copy_site, name):
    folder = copy_site(f"invalid/{name}")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the site of yesterday")
    site = run_mkdocs(folder)
    assert site.code == 1
    expected = (SITES / "invalid" / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in site.said.splitlines() if re.match(r"\S+\.(md|yml):\d+: ", line)]
    assert lines == expected
    assert "Traceback" not in site.said
    assert site.page("index.html") == "the site of yesterday"
    assert list(site.out.iterdir()) == [folder / "site" / "index.html"]


def test_posts_inside_docs_work_as_with_material(copy_site):
    folder = copy_site("small")
    (folder / "docs" / "blog").mkdir()
    (folder / "posts").rename(folder / "docs" / "blog" / "posts")
    config = Path(folder / "mkdocs.yml")
    config.write_text(config.read_text().replace("- byline", "- byline: {posts_dir: docs/blog/posts}"))
    post = folder / "docs/blog/posts/first.md"
    post.write_text(post.read_text().replace("../index.md", "../../index.md"))
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert "articles/pack-the-night-before/index.html" in site.everything()
    assert not (site.out / "blog" / "posts").exists()


def test_an_empty_site_says_so(copy_site):
    folder = copy_site("small")
    for post in (folder / "posts").glob("*.md"):
        post.unlink()
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert "No articles here yet." in site.page("articles/index.html")


def test_a_site_may_replace_one_of_our_templates(copy_site):
    folder = copy_site("full")
    partials = folder / "overrides" / "byline" / "partials"
    partials.mkdir(parents=True)
    (partials / "subscribe.html").write_text("<p>Our own line</p>")
    assert "<p>Our own line</p>" in run_mkdocs(folder, "--strict").page("articles/index.html")


def test_the_navigation_names_our_pages_as_it_likes(copy_site):
    folder = copy_site("small")
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("nav: [index.md, Essays: articles/index.md, More: [People: authors/index.md]]\n")
    page = run_mkdocs(folder, "--strict").page("index.html")
    assert "Essays" in page
    assert "People" in page


def test_no_fonts_are_loaded_from_elsewhere_unless_the_site_names_some(copy_site):
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  font: false\n", ""))
    assert "fonts.g" not in run_mkdocs(folder, "--strict").page("index.html")


def test_front_matter_for_material_is_kept(copy_site):
    folder = copy_site("full")
    post = folder / "posts" / "2026-02-01-plain.md"
    post.write_text(post.read_text().replace("pin: true", "pin: true\nsearch: {exclude: true}"))
    index = json.loads(run_mkdocs(folder, "--strict").page("search/index.json"))
    assert not [entry for entry in index["docs"] if entry["location"].startswith("articles/plain/")]


def test_a_strict_build_counts_the_warnings_of_plugins_before_ours(copy_site):
    folder = copy_site("small")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the site of yesterday")
    (folder / "hook.py").write_text(
        "import logging\nfrom mkdocs.plugins import event_priority\n\n"
        "@event_priority(100)\ndef on_config(config):\n"
        "    logging.getLogger('mkdocs.hook').warning('before')\n"
    )
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 1
    assert site.page("index.html") == "the site of yesterday"


def test_check_and_build_read_the_configuration_alike(copy_site):
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    (folder / "base.yml").write_text("site_url: !ENV [NOWHERE, 'https://small.example/']\n")
    text = config.read_text().replace("site_url: https://small.example/\n", "INHERIT: base.yml\n")
    config.write_text(text.replace("- byline", "- byline: {enabled: true}"))
    assert run_mkdocs(folder, "--strict").code == 0
    command = [sys.executable, "-c", "from byline.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_article_can_be_edited_where_it_is_kept(copy_site):
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("  font: false\n", "  font: false\n  features: [content.action.edit]\n")
    config.write_text(text + "repo_url: https://code.example/ada/small\nedit_uri: edit/main/docs/\n")
    page = run_mkdocs(folder, "--strict").page("articles/pack-the-night-before/index.html")
    assert 'href="https://code.example/ada/small/edit/main/posts/first.md"' in page


def test_the_showcase_builds_and_only_its_stories_have_no_checklist(copy_site):
    site = run_mkdocs(copy_site("showcase"), "--strict", SOURCE_DATE_EPOCH="1798761600")
    assert site.code == 0, site.said
    articles = {
        path: site.page(path)
        for path in site.everything()
        if re.fullmatch(r"articles/[^/]+/index.html", path)
    }
    assert len(articles) >= 8
    without = [path for path, page in articles.items() if "<byline-checklist" not in page]
    assert without == [
        "articles/how-a-manual-gets-read-at-2-a-m/index.html",
        "articles/the-demo-that-worked-forty-one-times/index.html",
    ]
