"""The search of a built site: whose entries, where they stand, and what is made anew by the next build."""

import json
import re
from pathlib import Path

import pytest

from byline.adapter.search.pagefind import small_pages
from conftest import BuiltSite, run_mkdocs


@pytest.fixture
def site(copy_site):
    """Make a copy of a site, with these lines among its configuration."""

    def make(*, search: str = "", plugins: str = "", name: str = "full") -> Path:
        folder = copy_site(name)
        file = folder / "mkdocs.yml"
        text = file.read_text()
        if search:
            text = re.sub(r"( +)- byline(:?)\n", rf"\1- byline:\n\1    search: {search}\n", text)
        file.write_text(text.replace("plugins:\n", f"plugins:\n{plugins}"))
        return folder

    return make


def built(folder: Path, *arguments: str, **variables: str) -> BuiltSite:
    done = run_mkdocs(folder, *arguments, **variables)
    assert done.code == 0, done.said
    return done


def by_material_alone(folder: Path) -> str:
    """Return the index that Material writes when nothing of ours stands in."""
    (folder / "hooks.py").write_text(
        "import byline.adapter.plugin as plugin\nplugin.begin_search = lambda *a, **o: None\n"
    )
    file = folder / "mkdocs.yml"
    kept = file.read_text()
    file.write_text(kept + "\nhooks: [hooks.py]\n")
    text = built(folder).page("search/search_index.json")
    file.write_text(kept)
    return text


AWKWARD = """\
---
title: A title that is <b>no</b> heading
tags: [one, 2, {three: 3}]
search:
  boost: 2
---
Before any heading, <span data-search-exclude="yes">not this</span>.

## Same { #same }

`code` & <script>not("this")</script> <object>nor this</object>

<div data-search-exclude markdown>

## Out of the search

Hidden.

</div>

### Naïve *words* “here” 漢字

- one
- two
"""


@pytest.fixture
def awkward(site) -> Path:
    folder = site()
    file = folder / "mkdocs.yml"
    file.write_text(
        file.read_text().replace("  - admonition\n", "  - admonition\n  - attr_list\n  - md_in_html\n")
    )
    (folder / "docs" / "awkward.md").write_text(AWKWARD)
    (folder / "docs" / "hidden.md").write_text("---\nsearch: {exclude: true}\n---\n# Hidden canary\n")
    return folder


def test_the_index_is_the_one_that_material_writes_cold_and_warm(awkward):
    theirs = by_material_alone(awkward)
    assert "Same" in theirs
    assert "Out of the search" not in theirs
    cold = built(awkward)
    assert cold.page("search/index.json") == theirs
    assert 'data-search-exclude="' not in cold.page("awkward/index.html")
    assert built(awkward).page("search/index.json") == theirs


def test_pages_load_a_stub_and_a_worker_that_knows_where_the_rest_is(site):
    done = built(site())
    stub, index = (json.loads(done.page(f"search/{name}.json")) for name in ("search_index", "index"))
    assert stub["docs"] == []
    told = stub["config"].pop("byline")
    assert stub["config"] == index["config"]
    assert told["index"] == "search/index.json"
    assert (done.out / told["worker"]).is_file()
    for page in ("index.html", "articles/plain/index.html", "404.html"):
        assert re.search(r'"search": "[^"]*assets/byline/search\.js"', done.page(page)), page


def test_an_edit_changes_its_pages_entries_alone(site):
    folder = site()
    before = json.loads(built(folder).page("search/index.json"))["docs"]
    post = folder / "posts" / "2026-02-01-plain.md"
    post.write_text(post.read_text() + "\n\nA zeppelin passes by.\n")
    after = json.loads(built(folder).page("search/index.json"))["docs"]
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert "zeppelin" in changed[0]["text"]


@pytest.mark.parametrize("plugins", ["  - search: {enabled: false}\n", "  - offline\n"])
def test_a_site_without_the_search_or_for_folders_is_left_as_material_has_it(site, plugins):
    folder = site(plugins=plugins)
    file = folder / "mkdocs.yml"
    if "search" in plugins:
        file.write_text(file.read_text().replace("  - search\n", ""))
    done = built(folder)
    assert "assets/byline/search.js" not in done.page("index.html")
    assert not (done.out / "search" / "index.json").exists()
    if "offline" in plugins:
        assert json.loads(done.page("search/search_index.json"))["docs"]
        assert "plain" in done.page("search/search_index.js")


def test_a_site_without_any_search_builds(site):
    folder = site()
    file = folder / "mkdocs.yml"
    file.write_text(file.read_text().replace("  - search\n", ""))
    assert not (built(folder).out / "search").exists()


def test_what_another_plugin_does_to_the_index_counts(site):
    folder = site()
    (folder / "hooks.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        "    file = Path(config.site_dir, 'search', 'search_index.json')\n"
        "    file.write_text(file.read_text().replace('Number 5', 'Number five'))\n"
    )
    file = folder / "mkdocs.yml"
    file.write_text(file.read_text() + "\nhooks: [hooks.py]\n")
    assert "Number five" in built(folder).page("search/index.json")


def test_pagefinds_index_is_the_same_from_the_cache_and_without(site):
    folder = site(search="pagefind")
    cold = built(folder).everything()
    assert "pagefind/pagefind.js" in cold
    assert not [path for path in cold if "pagefind-ui" in path]
    assert "search/index.json" not in cold
    (folder / "no-program").write_text("#!/bin/sh\nexit 3\n")
    (folder / "no-program").chmod(0o755)
    warm = built(folder, PAGEFIND_BINARY_PATH=str(folder / "no-program"))
    assert warm.everything() == cold


def test_a_pagefind_that_fails_keeps_the_site(site):
    folder = site(search="pagefind")
    built(folder)
    post = folder / "posts" / "2026-02-01-plain.md"
    post.write_text(post.read_text() + "\n\nA zeppelin passes by.\n")
    program = folder / "no-program"
    program.write_text("#!/bin/sh\necho out of memory >&2\nexit 3\n")
    program.chmod(0o755)
    done = run_mkdocs(folder, PAGEFIND_BINARY_PATH=str(program))
    assert done.code == 1
    assert "Pagefind could not make the search index: out of memory" in done.said
    assert "zeppelin" not in done.page("articles/plain/index.html")


def test_pagefind_without_a_search_field_is_a_problem_with_its_line(site):
    folder = site(search="pagefind")
    file = folder / "mkdocs.yml"
    file.write_text(file.read_text().replace("  - search\n", ""))
    done = run_mkdocs(folder)
    assert done.code == 1
    assert re.search(
        r"mkdocs\.yml:\d+: `search: pagefind` without the plugin `search`; add `- search`", done.said
    )


def test_pagefind_in_a_folder_without_a_server_is_a_problem(site):
    done = run_mkdocs(site(search="pagefind", plugins="  - offline\n"))
    assert done.code == 1
    assert "`search: pagefind` beside the plugin `offline`; leave one of the two out" in done.said


@pytest.mark.parametrize("kind", ["material", "pagefind"])
def test_a_page_that_the_index_is_told_of_again_is_replaced_in_it(site, kind, tmp_path):
    folder = site(search=kind)
    (folder / "hooks.py").write_text(
        "from copy import copy\n"
        "from pathlib import Path\n"
        "told = []\n"
        "def on_page_context(context, page, config, nav):\n"
        "    if page.url == 'articles/plain/':\n"
        "        told.append(copy(page))\n"
        "    return context\n"
        "def on_post_build(config):\n"
        "    search = config.plugins['byline'].search\n"
        "    told[0].content = '<p>A zeppelin.</p>'\n"
        "    search.index.add_entry_from_context(told[0])\n"
        f"    search.write(Path({str(tmp_path)!r}))\n"
    )
    file = folder / "mkdocs.yml"
    file.write_text(file.read_text() + "\nhooks: [hooks.py]\n")
    built(folder)
    stub = json.loads((tmp_path / "search" / "search_index.json").read_text())
    assert stub["docs"] == []
    if kind == "pagefind":
        assert (tmp_path / stub["config"]["byline"]["pagefind"]).is_file()
        return
    docs = json.loads((tmp_path / "search" / "index.json").read_text())["docs"]
    plain = [entry for entry in docs if entry["location"].startswith("articles/plain/")]
    assert [entry["text"] for entry in plain] == ["<p>A zeppelin.</p>"]
    assert len(docs) > 1


def test_small_pages_hold_sections_and_no_way_out():
    entries = [
        {"location": "a/", "title": "A &amp; B", "text": "<p>One.</p>", "tags": ['"x"'], "boost": 99},
        {"location": "a/#b%C3%A9", "title": "Bé", "text": "<p>Two.</p>"},
        {"location": "", "title": "Start", "text": ""},
        {"location": "c/index.html", "title": "C", "text": ""},
        {"location": "../../etc/", "title": "Out", "text": ""},
        {"location": "https://elsewhere.example/", "title": "Out", "text": ""},
    ]
    pages = dict(small_pages(entries, "en"))
    assert list(pages) == ["a/index.html", "index.html", "c/index.html"]
    assert '<h1>A &amp; B</h1><p>One.</p><h2 id="bé">Bé</h2><p>Two.</p>' in pages["a/index.html"]
    assert 'data-pagefind-weight="10.0"' in pages["a/index.html"]
