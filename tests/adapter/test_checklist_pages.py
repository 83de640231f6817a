"""The pages and files that go with a site's checklists, in real builds."""

import json
import re
import xml.etree.ElementTree as ElementTree
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from conftest import run_mkdocs

GOLDEN = Path(__file__).parent.parent / "golden"
SHEET = "articles/pack-the-night-before/checklist/index.html"
ASSETS = Path(__file__).parents[2] / "plugins" / "byline" / "theme" / "assets" / "byline"


class Addresses(HTMLParser):
    """Collects what a page refers to, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.found += [value for name, value in attrs if name in {"href", "src", "data-json", "data-index"}]


@pytest.fixture(scope="module")
def gone_wild(copy_site):
    """The small site in German below a path, without directory URLs, with a navigation that nobody wrote."""
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("https://small.example/", "https://small.example/sub/")
    text = text.replace("  font: false\n", "  font: false\n  language: de\n")
    text = text.replace("  - byline\n", "  - search\n  - byline:\n      checklists_path: listen\n")
    config.write_text(text + "use_directory_urls: false\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    return site


def test_a_checklist_has_a_page_of_its_own_without_the_sites_frame(built):
    page = built("small").page(SHEET)
    assert page.lstrip().startswith("<!doctype html>")
    assert page.count('class="byline-checklist__box"') == 4
    assert "md-header" not in page
    assert "assets/javascripts" not in page
    assert "assets/stylesheets" not in page
    assert (
        '<link rel="canonical" href="https://small.example/articles/pack-the-night-before/checklist/">'
        in page
    )
    assert 'href="../" target="_top">Pack the night before</a>' in page
    assert 'rel="author">Ada Quill</a>' in page


@pytest.mark.parametrize("path", [SHEET, "checklists/index.html", "authors/ada/checklist/index.html"])
def test_pages_of_checklists_have_no_scripts_or_styles_of_ours_inside(built, path):
    for tag, values in Addresses(built("small").page(path)).elements:
        assert not any(name.startswith("on") for name in values), tag
        if path == SHEET:
            assert tag != "style"
            assert "style" not in values
            assert tag != "script" or "src" in values or values["type"] == "application/ld+json"


def test_the_own_page_says_how_to_embed_it(built):
    page = built("small").page(SHEET)
    (code,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    (frame,) = Addresses(unescape(code)).elements
    assert frame[0] == "iframe"
    assert frame[1].keys() == {"src", "title", "width", "height", "loading"}
    assert frame[1]["src"] == "https://small.example/articles/pack-the-night-before/checklist/"


def test_its_items_lead_to_their_sentences_in_the_article(built):
    links = set(re.findall(r'href="(\.\./#tip-\w+)"', built("small").page(SHEET)))
    article = built("small").page("articles/pack-the-night-before/index.html")
    assert len(links) == 4
    assert all(f'id="{link.partition("#")[2]}"' in article for link in links)


def test_the_article_and_the_own_page_tell_where_their_oembed_is(built):
    for path in (SHEET, "articles/pack-the-night-before/index.html"):
        found = [
            values["href"]
            for tag, values in Addresses(built("small").page(path)).elements
            if tag == "link" and values.get("type") == "application/json+oembed"
        ]
        assert found == ["https://small.example/articles/pack-the-night-before/checklist.oembed.json"]
    oembed = json.loads(built("small").page("articles/pack-the-night-before/checklist.oembed.json"))
    assert oembed["provider_name"] == "Small"


def test_an_article_makes_material_look_for_no_sitemap_where_none_is(built):
    article = built("small").page("articles/pack-the-night-before/index.html")
    alternates = [
        values["href"]
        for tag, values in Addresses(article).elements
        if tag == "link" and values.get("rel") == "alternate"
    ]
    assert len(alternates) == 3
    assert {urljoin(address, "sitemap.xml") for address in alternates} == {
        "https://small.example/sitemap.xml"
    }


@pytest.mark.parametrize("path", [SHEET, "articles/pack-the-night-before/index.html"])
def test_search_engines_are_told_of_the_items(built, path):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', built("small").page(path))
    data = json.loads(found[-1])
    assert data["@type"] == "ItemList"
    assert data["numberOfItems"] == len(data["itemListElement"]) == 4


def test_open_data_stays_as_it_is_promised(built):
    text = built("small").page("articles/pack-the-night-before/checklist.json")
    assert text == (GOLDEN / "small-checklist.json").read_text(encoding="utf-8")


def test_the_index_leads_to_the_open_data(built):
    site = built("small")
    (entry,) = json.loads(site.page("checklists/index.json"))
    data = json.loads(site.page(urljoin("checklists/index.json", entry["json"])))
    assert data["key"] == entry["key"]
    assert [item["id"] for group in data["groups"] for item in group["items"]] == entry["ids"]
    assert (site.out / urljoin("checklists/index.json", entry["url"]) / "index.html").is_file()


def test_all_checklists_stand_on_one_page_with_a_place_for_progress(built):
    page = built("showcase").page("checklists/index.html")
    rows = [values for tag, values in Addresses(page).elements if "data-topics" in values]
    assert len(rows) > 3
    assert all(row["data-authors"] for row in rows)
    progress = [values for tag, values in Addresses(page).elements if tag == "byline-progress"]
    assert len(progress) == len(rows)
    assert all(re.fullmatch(r"[0-9a-f-]{10,}( [0-9a-f-]{10,})*", values["data-ids"]) for values in progress)
    assert "10 to do</byline-progress>" in page
    slugs = {slug for row in rows for slug in row["data-topics"].split()}
    assert slugs <= set(re.findall(r'<option value="([^"]+)">', page))


def test_a_playbook_has_the_boxes_of_every_article_of_its_category(built):
    site = built("showcase")
    page = site.page("categories/selling/checklist/index.html")
    keys = re.findall(r'<byline-checklist[^>]* data-key="([^"]+)"', page)
    assert len(keys) == len(set(keys)) > 1
    ids = [values["id"] for _, values in Addresses(page).elements if "id" in values]
    assert sorted(ids) == sorted(set(ids))
    assert 'href="checklist/"' in site.page("categories/selling/index.html")
    assert 'href="checklist/"' in site.page("authors/ines/index.html")


def test_my_playbook_is_for_readers_and_not_for_search_engines(built):
    page = built("small").page("checklists/mine/index.html")
    assert '<meta name="robots" content="noindex">' in page
    assert 'data-index="../index.json"' in page
    assert "needs JavaScript" in page


def test_search_and_sitemap_leave_the_pages_of_single_checklists_out(built):
    site = built("showcase")
    index = json.loads(site.page("search/index.json"))
    assert not [entry for entry in index["docs"] if "checklist" in entry["location"].partition("#")[0]]
    places = [place.text for place in ElementTree.fromstring(site.page("sitemap.xml")).iter() if place.text]
    assert not [place for place in places if re.search(r"articles/.*/checklist/", place)]
    assert any(place.endswith("/checklists/") for place in places)


def test_a_navigation_that_nobody_wrote_has_the_checklists_once(built):
    links = re.findall(
        r'class="md-nav__link">\s*<span class="md-ellipsis">\s*(\S+)', built("small").page("index.html")
    )
    assert links.count("Checklists") == 1


def test_a_site_without_checklists_says_so_and_leaves_them_out_of_its_navigation(copy_site):
    folder = copy_site("small")
    (folder / "posts" / "first.md").unlink()
    site = run_mkdocs(folder, "--strict")
    assert "No checklists here yet." in site.page("checklists/index.html")
    assert "Checklists" not in site.page("index.html")
    assert json.loads(site.page("checklists/index.json")) == []


def test_a_page_of_the_owners_in_the_place_of_all_checklists_stays(copy_site):
    folder = copy_site("small")
    (folder / "docs" / "checklists").mkdir()
    (folder / "docs" / "checklists" / "index.md").write_text("# My own words")
    site = run_mkdocs(folder, "--strict")
    assert "My own words" in site.page("checklists/index.html")
    assert (site.out / "checklists" / "mine" / "index.html").is_file()


@pytest.mark.parametrize(
    ("options", "page", "said"),
    [
        ("", "articles/pack-the-night-before/checklist.md", "articles/pack-the-night-before/checklist/"),
        ("      checklists_path: archive\n", "", "the address of `archive_path`"),
        ("      checklists_path: categories/travel\n", "", "choose another `checklists_path:`"),
    ],
)
def test_two_pages_on_one_address_are_refused(copy_site, options, page, said):
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("  - byline\n", f"  - byline:\n      look: paper\n{options}")
    )
    if page:
        (folder / "docs" / page).parent.mkdir(parents=True)
        (folder / "docs" / page).write_text("# Mine")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert said in site.said


def test_below_a_path_and_without_directory_urls_every_address_leads_somewhere(gone_wild):
    pages = [path for path in gone_wild.everything() if path.endswith("index.html")]
    assert "listen/mine/index.html" in pages
    for path in pages:
        for address in Addresses(gone_wild.page(path)).found:
            split = urlsplit(urljoin(f"https://small.example/sub/{path}", address))
            if split.netloc == "small.example":
                place = split.path.removeprefix("/sub/")
                assert (gone_wild.out / (place or "index.html")).exists(), (path, address)


def test_pages_that_gather_checklists_speak_the_sites_language(gone_wild):
    assert "<h1>Checklisten</h1>" in gone_wild.page("listen/index.html")
    assert "4 zu tun</byline-progress>" in gone_wild.page("listen/index.html")
    assert '<html lang="en" dir="ltr">' in gone_wild.page(SHEET)


def test_a_checklist_and_its_page_are_styled_with_less_than_six_kilobytes():
    sizes = {name: (ASSETS / name).stat().st_size for name in ("checklist.css", "sheet.css")}
    print(sizes)
    assert sum(sizes.values()) < 6000


def test_the_own_page_has_the_sites_accent(built):
    assert built("showcase").page("assets/byline/accent.css") == ":root{--md-typeset-a-color:#009485}\n"
    assert built("small").page("assets/byline/accent.css") == ""


def test_files_of_the_author_are_not_written_over(copy_site):
    folder = copy_site("small")
    own = ("articles/pack-the-night-before/checklist.json", "checklists/index.json", "feed.xml")
    for place in own:
        file = folder / "docs" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine")
    site = run_mkdocs(folder)
    assert site.code == 1
    assert "Traceback" not in site.said
    for place in own:
        assert f"docs/{place}:1: " in site.said
    assert not site.out.exists()


@pytest.mark.parametrize("where", ["docs", "overrides"])
def test_a_site_may_bring_an_accent_of_its_own(copy_site, where):
    folder = copy_site("small")
    file = folder / where / "assets" / "byline" / "accent.css"
    file.parent.mkdir(parents=True)
    file.write_text(":root{--md-typeset-a-color:teal}")
    if where == "overrides":
        config = folder / "mkdocs.yml"
        config.write_text(
            config.read_text().replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
        )
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert site.page("assets/byline/accent.css") == ":root{--md-typeset-a-color:teal}"
