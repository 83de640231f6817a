"""How pages are printed: what is remembered prints as it would anew, and what changed is printed again."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import SITES, BuiltSite

ANEW = """
from pathlib import Path
from mkdocs.plugins import event_priority

seen = []

@event_priority(-50)
def on_page_context(context, page, config, nav):
    seen.append((page, dict(context)))

def on_post_build(config):
    env = config.theme.get_env()
    for page, context in seen:
        page.active = True
        text = env.get_template(page.meta.get("template", "main.html")).render(context)
        page.active = False
        same = Path(page.file.abs_dest_path).read_text() == text
        print("page", page.file.dest_uri, "same" if same else "OTHER")
"""
MANY = "".join(f"  - Page {number}: page-{number}.md\n" for number in range(30))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "full", tmp_path / "full"))


def configure(folder: Path, *lines: str, search: bool = True) -> None:
    file = folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    text = text if search else text.replace("  - search\n", "")
    file.write_text(text + "\n".join(lines) + "\n", encoding="utf-8")


def hook(folder: Path, text: str) -> None:
    (folder / "hook.py").write_text(text, encoding="utf-8")
    configure(folder, "hooks: [hook.py]")


def override(folder: Path, name: str, text: str) -> None:
    file = folder / "overrides" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def printed(site: BuiltSite) -> tuple[int, int]:
    """Return how many pages came from the cache, and how many were printed."""
    assert site.code == 0, site.said
    found = re.search(r"pages: (\d+) from the cache, (\d+) printed", site.said)
    assert found, site.said
    return int(found[1]), int(found[2])


def assert_printed_as_anew(site: BuiltSite) -> None:
    """See that the pages are those that the hook `ANEW` printed once more."""
    assert site.code == 0, site.said
    assert site.said.count(" same\n") > 20
    assert "OTHER" not in site.said


@pytest.mark.parametrize(("nav", "directories"), [("", "true"), ("nav", "false"), ("many", "true")])
def test_the_frame_that_is_remembered_is_the_one_that_would_be_printed(build, folder, nav, directories):
    hook(folder, ANEW)
    lines = [f"use_directory_urls: {directories}", "repo_url: https://example.org/code", "edit_uri: edit/"]
    if nav:
        lines += ["nav:", "  - index.md", "  - Deep: [posts/2026-02-01-plain.md, articles/index.md]"]
        lines += ["  - Ada: authors/ada/index.md", "  - Else: https://example.org/"]
    if nav == "many":
        lines += [MANY.rstrip()]
        for number in range(30):
            (folder / "docs" / f"page-{number}.md").write_text(
                f"# Page {number}\n\n## Here\n", encoding="utf-8"
            )
    configure(folder, *lines, search=False)
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    features = "  features: [navigation.tabs, navigation.path, navigation.footer, toc.integrate]\n"
    (folder / "mkdocs.yml").write_text(
        text.replace("  font: false\n", "  font: false\n" + features), encoding="utf-8"
    )
    assert_printed_as_anew(build(folder, BYLINE_PROCESSES="1"))


MAIN = """\
{% extends "base.html" %}
{% set mine = page.title | length %}
{% block announce %}Hello{% endblock %}
{% block hero %}{{ skip.title if skip is defined }} {{ features | length }} {{ mine }}{% endblock %}
{% block tabs %}{{ features | length }}{% block more %}{{ article }}{% endblock %}{% endblock %}
{% block libs %}{{ super() }}{{ skip is defined }}{% endblock %}
"""
EITHER = '{% extends ("base.html", "other.html")[page.title | length % 2] %}'
OTHER = '{% extends "base.html" %}{% block tabs %}other{% endblock %}{% block libs %}libs{% endblock %}'


@pytest.mark.parametrize(
    "templates",
    [
        pytest.param({"main.html": MAIN}, id="blocks that read what the frame sets"),
        pytest.param({"main.html": EITHER, "other.html": OTHER}, id="one of two frames for each page"),
    ],
)
def test_the_frame_of_a_sites_own_templates_is_the_one_that_would_be_printed(build, folder, templates):
    hook(folder, ANEW)
    configure(folder, search=False)
    for name, text in templates.items():
        override(folder, name, text)
    assert_printed_as_anew(build(folder, BYLINE_PROCESSES="1"))


def test_what_stands_round_the_blocks_of_all_pages_is_remembered(build, folder):
    site = build(folder, BYLINE_PROCESSES="1")
    assert "base.html, around its blocks: " in site.said


def test_pages_that_did_not_change_come_from_the_cache(build, folder):
    clean = build(folder)
    count = printed(clean)[1]
    before = clean.everything()
    warm = build(folder)
    assert printed(warm) == (count, 0)
    assert warm.everything() == before


def test_a_page_that_was_edited_after_the_build_is_made_as_it_should_be(build, folder):
    clean = build(folder)
    before = clean.everything()
    (clean.out / "index.html").write_text("defaced", encoding="utf-8")
    assert build(folder).everything() == before


def test_an_edited_template_prints_all_pages_again(build, folder):
    count = printed(build(folder))[1]
    override(folder, "partials/copyright.html", "<p>Another copyright</p>")
    site = build(folder)
    assert printed(site) == (0, count)
    assert "Another copyright" in site.page("index.html")


def test_a_template_that_prints_other_pages_prints_them_as_they_are_now(build, folder):
    override(folder, "partials/copyright.html", "{% for item in nav.pages %}{{ item.content }}{% endfor %}")
    build(folder)
    index = folder / "docs" / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\nA wholly new sentence.\n", encoding="utf-8")
    site = build(folder)
    assert "A wholly new sentence." in site.page("articles/plain/index.html")


def test_a_page_of_docs_that_no_other_prints_is_printed_alone(build, folder):
    count = printed(build(folder))[1]
    index = folder / "docs" / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\nA wholly new sentence.\n", encoding="utf-8")
    assert printed(build(folder)) == (count - 1, 1)


def test_a_template_that_prints_all_files_of_the_site_is_printed_each_time(build, folder):
    override(folder, "partials/copyright.html", "{{ pages | length }} pages")
    build(folder)
    (folder / "docs" / "more.md").write_text("# More\n", encoding="utf-8")
    site = build(folder)
    before = re.search(r"(\d+) pages", site.page("articles/plain/index.html"))
    after = re.search(r"(\d+) pages", site.page("more/index.html"))
    assert before
    assert after
    assert before[1] == after[1]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_error_in_a_template_names_the_page_and_publishes_nothing(build, folder, processes):
    for number in range(70):
        (folder / "docs" / f"page-{number}.md").write_text(f"# Page {number}\n", encoding="utf-8")
    before = build(folder).everything()
    wrong = '{% if page.title == "Page 50" %}{{ nothing.at_all }}{% endif %}'
    override(folder, "partials/source-file.html", wrong)
    site = build(folder, BYLINE_PROCESSES=processes)
    assert site.code == 1
    assert "Error building page 'page-50.md': 'nothing' is undefined" in site.said
    assert 'source-file.html", line 1' in site.said
    assert BuiltSite(folder, 0, "").everything() == before


def test_hooks_that_look_at_printed_pages_see_them(build, folder):
    hook(
        folder,
        "def on_post_page(output, page, config):\n    return output + '<!--seen-->'\n",
    )
    for _ in range(2):
        site = build(folder)
        assert site.code == 0, site.said
        assert "<!--seen-->" in site.page("articles/plain/index.html")


def test_where_a_hook_changes_how_templates_print_nothing_is_kept(build, folder):
    hook(
        folder,
        "def on_env(env, config, files):\n    env.globals['moment'] = open('moment').read()\n",
    )
    override(folder, "partials/copyright.html", "It is {{ moment }}")
    for moment in ("dawn", "dusk"):
        (folder / "moment").write_text(moment, encoding="utf-8")
        site = build(folder)
        assert "pages are printed anew at each build: hook" in site.said
        assert f"It is {moment}" in site.page("articles/plain/index.html")


def test_what_a_hook_changes_between_two_pages_shows_on_the_later_one(build, folder):
    text = "def on_page_context(context, page, config, nav):\n    config.copyright = page.file.src_uri\n"
    hook(folder, text)
    for _ in range(2):
        site = build(folder)
        assert site.code == 0, site.said
        assert "posts/2026-02-01-plain.md" in site.page("articles/plain/index.html")


def test_without_cache_nothing_is_kept(build, folder):
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        text.replace("  - byline:\n", "  - byline:\n      cache: false\n"), encoding="utf-8"
    )
    assert printed(build(folder))[0] == printed(build(folder))[0] == 0
    assert not (folder / ".cache").exists()
