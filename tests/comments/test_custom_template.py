"""`provider: custom`: a template of the site's own below each article."""

from pathlib import Path

import pytest

from conftest import BuiltSite, run_mkdocs

MKDOCS_YML = """\
site_name: Own
site_url: https://own.example/
theme: {name: material, font: false, custom_dir: overrides}
plugins:
  - byline:
      comments:
        - provider: custom
          template: partials/mine.html
"""
TEMPLATE = (
    '<p class="mine"><a href="/new?about={{ thread.url | urlencode }}" title="{{ thread.title }}">'
    "{{ thread.id | e }} {{ thread.language }}</a></p>\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("docs", "posts", "overrides/partials"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    (tmp_path / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada Quill}\n")
    head = "---\ntitle: '\"><script>alert(1)</script> & more'\ndate: 2026-01-01\nslug: one\n"
    (tmp_path / "posts" / "one.md").write_text(f"{head}---\nText.\n")
    (tmp_path / "posts" / "two.md").write_text(
        "---\ntitle: Two\ndate: 2026-01-02\ncomments: closed\n---\nText.\n"
    )
    return tmp_path


def build(site: Path) -> BuiltSite:
    return run_mkdocs(site, "--strict")


def test_it_is_printed_below_open_articles_and_told_of_the_thread_escaped(site):
    (site / "overrides" / "partials" / "mine.html").write_text(TEMPLATE)
    built = build(site)
    assert built.code == 0, built.said
    page = built.page("articles/one/index.html")
    assert 'title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more">/one en</a>' in page
    assert 'href="/new?about=https%3A//own.example/articles/one/"' in page
    assert "<script>alert(1)" not in page
    assert 'class="mine"' not in built.page("articles/two/index.html")


def test_a_change_of_the_template_reaches_pages_that_were_kept(site):
    file = site / "overrides" / "partials" / "mine.html"
    for words in ("First words", "Other words"):
        file.write_text(f"<p>{words}</p>")
        assert words in build(site).page("articles/one/index.html")


def test_a_template_that_is_not_there_is_a_problem(site):
    built = build(site)
    assert built.code == 1
    mend = "write it to overrides/partials/mine.html"
    said = f"mkdocs.yml:8: comments: there is no template `partials/mine.html`; {mend}"
    assert said in built.said
