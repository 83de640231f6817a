"""Whatever stands in a field, no page, feed or index makes an element of it."""

import json

import pytest
from lxml import etree, html

from conftest import BuiltSite, run_mkdocs

HOSTILE = "\"'><x-canary onload=x()>&lt;x-canary&gt;{{ 7*7 }}</title></script><x-canary>"
FIELDS = (
    "title",
    "description",
    "name",
    "role",
    "tagline",
    "bio",
    "label",
    "category",
    "tag",
    "series",
    "id",
)


def hostile(field: str) -> str:
    """Return a text that names its field and breaks out of any place that does not escape it."""
    return f"{field} {HOSTILE}"


@pytest.fixture(scope="module")
def site(copy_site) -> BuiltSite:
    folder = copy_site("small")
    author = {name: hostile(name) for name in ("name", "tagline", "bio")} | {"description": hostile("role")}
    author |= {
        "url": "https://a.example/?a=1&b='2'",
        "links": [{"label": hostile("label"), "url": "https://b.example/"}],
    }
    (folder / "posts" / "authors.yml").write_text(json.dumps({"authors": {"ada": author}}))
    head = {name: hostile(name) for name in ("title", "description", "series", "id")}
    head |= {"slug": "hostile", "date": "2026-01-01", "authors": ["ada"], "categories": [hostile("category")]}
    head |= {"tags": [hostile("tag")]}
    (folder / "posts" / "hostile.md").write_text(
        f"---\n{json.dumps(head)}\n---\n- Ask first.\n- Act then.\n- Rest last.\n"
    )
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("- byline", "- search\n  - tags\n  - byline"))
    built = run_mkdocs(folder)
    assert built.code == 0, built.said
    return built


def test_no_page_has_an_element_of_it(site):
    pages = {path: content for path, content in site.everything().items() if path.endswith(".html")}
    assert len(pages) > 8
    for path, content in pages.items():
        tree = html.document_fromstring(content)
        assert tree.xpath("//x-canary") == [], path
        assert tree.xpath("//@onload") == [], path
        assert b"49" not in content or b"{{ 7*7 }}" in content, path


def test_the_texts_are_shown_as_they_were_written(site):
    page = html.document_fromstring((site.out / "articles" / "hostile" / "index.html").read_bytes())
    assert page.xpath("string(//h1)") == hostile("title")
    for field in ("description", "name", "role", "bio", "label", "category", "tag"):
        assert hostile(field) in page.text_content(), field


def test_meta_data_and_structured_data_hold_them_whole(site):
    page = html.document_fromstring((site.out / "articles" / "hostile" / "index.html").read_bytes())
    assert page.xpath("//meta[@property='og:title']/@content") == [hostile("title")]
    assert page.xpath("//meta[@name='description']/@content") == [hostile("description")]
    data = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["headline"] == hostile("title")
    assert data["author"][0]["name"] == hostile("name")


def test_feeds_and_indexes_are_whole_and_hold_no_element_of_it(site):
    feed = etree.fromstring((site.out / "feed.xml").read_bytes())
    assert hostile("title") in feed.xpath("//item/title/text()")
    assert feed.xpath("//item/category/text()").count(hostile("tag")) == 1
    for entry in json.loads(site.page("search/index.json"))["docs"]:
        shown = html.fragment_fromstring(entry["title"] + entry["text"], create_parent="div")
        assert shown.xpath("//x-canary") == []
