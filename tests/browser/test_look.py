"""How pages look and what they say to machines: contrast, print, other needs, microformats."""

import functools
import http.server
import threading
from collections import Counter
from datetime import date

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browser.conftest import QuietHandler
from byline.scaffold import new_site
from conftest import run_mkdocs

PRIMARIES = (
    "red pink purple deep-purple indigo blue light-blue cyan teal green light-green lime yellow amber orange "
    "deep-orange brown grey blue-grey black white"
).split()
PAGES = ("", "articles/", "articles/one/", "authors/ada/", "authors/", "tags/", "archive/", "404.html")
TEXTS = (
    ".md-content a, .md-content h1, .md-content p, .md-content time, .byline-portrait--initials, .md-tabs a,"
    ".byline-checklist__text, .byline-checklist__progress, .byline-checklist__why, .md-footer-meta div"
)
CONFIG = """\
site_name: Looks
site_url: https://looks.example/
theme:
  name: material
  font: false
  features: [navigation.tabs]
  palette: {scheme: default, primary: teal}
plugins:
  - byline: {comments: {provider: email, address: ada@looks.example}}
nav: [index.md, {Articles: articles/index.md}]
"""
AUTHORS = """\
authors:
  ada: {name: Ada Quill, description: Writes, bio: Ada writes., avatar: ada.png, url: 'https://ada.example/'}
  bo: {name: Bo Ruiz}
"""
ONE = """\
---
title: One
date: 2026-02-01
authors: [ada, bo]
categories: [Work]
tags: [first calls, customers]
---
Before you sleep:

- Put the ticket into your coat, because mornings are short.
- Charge the phone where you can hear it.
- Set two alarms, never one.

## Checklist

See [the archive](https://archive.example/).

## Comments

None.
"""
TWO = f"""\
---
title: {"A title that does not know when to end " * 12}
date: 2026-01-01
authors: [ada]
tags: [customers]
---
Ada alone.
"""


@pytest.fixture(scope="module")
def looks(tmp_path_factory):
    """A small site with all that has a look of its own."""
    folder = tmp_path_factory.mktemp("looks")
    texts = {"mkdocs.yml": CONFIG, "posts/authors.yml": AUTHORS, "posts/one.md": ONE, "posts/two.md": TWO}
    texts["docs/index.md"] = "---\ntemplate: byline/home.html\nhide: [navigation, toc]\n---\n# Home\n"
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "posts" / "ada.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    return site


@pytest.fixture(scope="module")
def home(looks):
    """The address of that site, with its 404.html for what is not there, as hosts do it."""

    class Handler(QuietHandler):
        def send_error(self, code: int, *arguments: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((looks.out / "404.html").read_bytes())

    handler = functools.partial(Handler, directory=str(looks.out))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


CONTRAST = """(selector) => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const pixel = (...colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const low = [];
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility() || !element.textContent.trim()) continue;
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const text = luminance(pixel(...behind, getComputedStyle(element).color));
    const paper = luminance(pixel(...behind));
    const ratio = (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
    if (ratio < 4.5) low.push(`${element.textContent.trim().slice(0, 40)} ${ratio.toFixed(2)}`);
  }
  return [...new Set(low)];
}"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_all_text_stands_out_from_its_paper_whatever_primary_a_site_has(home, page: Page, scheme):
    page.emulate_media(reduced_motion="reduce")
    low = {}
    for path in PAGES:
        page.goto(home + path)
        page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
        page.evaluate(
            "document.querySelectorAll('details').forEach((one) => (one.open = true));"
            "document.querySelector('.byline-checklist__box')?.click()"
        )
        for primary in PRIMARIES:
            page.evaluate(
                "([scheme, primary]) => Object.assign(document.body.dataset,"
                " { mdColorScheme: scheme, mdColorPrimary: primary })",
                [scheme, primary],
            )
            if said := page.evaluate(CONTRAST, TEXTS):
                low[path, primary] = said
    assert low == {}


def test_no_two_elements_share_an_id(looks):
    for path in ("articles/one/index.html", "articles/index.html", "index.html"):
        ids = Counter(html.fromstring(looks.page(path)).xpath("//@id"))
        assert [name for name, count in ids.items() if count > 1] == [], path


def classes(tree, name):
    return tree.xpath(f"descendant::*[contains(concat(' ', @class, ' '), ' {name} ')]")


def test_a_portrait_is_the_picture_of_a_person_never_of_an_article(looks):
    for path in ("articles/one/index.html", "authors/ada/index.html", "authors/index.html", "index.html"):
        for photo in classes(html.fromstring(looks.page(path)), "u-photo"):
            cards = [above for above in photo.iterancestors() if "h-card" in above.get("class", "").split()]
            entries = [
                above for above in photo.iterancestors() if "h-entry" in above.get("class", "").split()
            ]
            assert cards, path
            assert not entries or cards[0] in set(entries[0].iterdescendants()), path


def test_an_article_names_each_author_once_to_machines(looks):
    page = html.fromstring(looks.page("articles/one/index.html"))
    assert [classes(author, "p-name")[0].text for author in classes(page, "p-author")] == [
        "Ada Quill",
        "Bo Ruiz",
    ]


def test_a_listing_is_a_feed_of_entries(looks):
    for path in ("articles/index.html", "index.html", "authors/ada/index.html"):
        (feed,) = classes(html.fromstring(looks.page(path)), "h-feed")
        entries = classes(feed, "h-entry")
        assert len(entries) == 2
        for entry in entries:
            for name in ("p-name", "u-url", "dt-published", "p-summary"):
                assert classes(entry, name), (path, name)
    assert classes(entries[0], "p-author")[0].get("value") == "Ada Quill"


def test_an_authors_page_is_where_their_card_lives(looks):
    (card,) = classes(html.fromstring(looks.page("authors/ada/index.html")), "byline-profile")
    assert classes(card, "u-uid")[0].get("href") == "./"
    assert classes(card, "u-url")[0].get("href") == "./"


def test_an_authors_page_names_only_the_others(home, page: Page):
    page.goto(home + "authors/ada/")
    facts = page.locator(".byline-entry .byline-facts")
    expect(facts.nth(0)).to_contain_text("with Bo Ruiz")
    expect(facts.nth(0)).not_to_contain_text("Ada")
    expect(facts.nth(1)).not_to_contain_text("Ada")


def test_a_long_title_takes_four_lines_of_a_listing_and_is_whole_in_the_page(home, page: Page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(home + "articles/")
    title = page.locator(".byline-entry__title a").nth(1)
    lines = "(a) => a.clientHeight / parseFloat(getComputedStyle(a).lineHeight)"
    assert round(title.evaluate(lines)) == 4
    assert title.text_content().count("A title that") == 12


def test_tags_stand_after_the_text_and_not_in_the_way_to_subscribe(home, page: Page):
    page.goto(home + "articles/one/")
    expect(page.locator(".byline-filed")).to_have_text("Filed under first calls, customers")
    expect(page.locator(".byline-subscribe")).to_have_text(
        "New articles as they come: subscribe by feed. "
        "A feed reader such as Feedly or NetNewsWire checks this site for you."
    )


def test_the_archive_lists_every_article_below_its_year(home, page: Page):
    page.goto(home + "archive/")
    expect(page.get_by_role("heading", name="2026")).to_be_visible()
    expect(page.locator(".byline-year__titles li")).to_have_count(2)


def test_tags_stand_in_a_row_with_their_counts(home, page: Page):
    page.goto(home + "tags/")
    expect(page.locator(".byline-overview li")).to_have_text(["customers 2", "first calls 1"])
    first, second = (item.bounding_box() for item in page.locator(".byline-overview li").all())
    assert first["y"] == second["y"]


@pytest.mark.parametrize("path", ["gone", "articles/gone/", "a/b/c/d/?e=f"])
def test_an_unknown_address_leads_back_from_any_depth(home, page: Page, path):
    page.goto(home + path)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page here")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--byline-measure')") == "33em"
    expect(page.get_by_role("link", name="start of Looks")).to_have_attribute("href", "/")
    page.get_by_role("link", name="all articles").click()
    expect(page).to_have_url(home + "articles/")


def test_portraits_on_the_home_page_keep_their_distance_and_share_an_edge(home, page: Page):
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(home)
        boxes = [
            portrait.bounding_box() for portrait in page.locator(".byline-people .byline-portrait").all()
        ]
        text = page.locator(".byline-home h1").bounding_box()
        assert boxes[0]["x"] == pytest.approx(text["x"], abs=1)
        if boxes[1]["y"] > boxes[0]["y"]:
            assert boxes[1]["x"] == boxes[0]["x"]
            assert boxes[1]["y"] - boxes[0]["y"] - boxes[0]["height"] >= 8


def test_the_checklist_keeps_the_margins_of_the_text_on_a_phone(home, page: Page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(home + "articles/one/")
    card, text = (
        page.locator(name).bounding_box()
        for name in (".byline-article__end .byline-checklist", ".byline-article__body")
    )
    assert (card["x"], card["width"]) == (text["x"], text["width"])


def test_on_paper_the_checklist_has_empty_boxes_its_article_and_its_address(home, page: Page):
    page.goto(home + "articles/one/")
    expect(page.get_by_text("From the article “One”")).to_be_hidden()
    page.locator(".byline-checklist__box").first.check()
    page.emulate_media(media="print")
    expect(page.locator(".byline-checklist__source")).to_have_text(
        "From the article “One”, by Ada Quill, Bo Ruiz, https://looks.example/articles/one/checklist/"
    )
    box = "(box) => [getComputedStyle(box).appearance, getComputedStyle(box).backgroundImage]"
    assert page.locator(".byline-checklist__box").first.evaluate(box) == ["none", "none"]
    assert (
        page.locator(".byline-checklist").last.evaluate("(card) => getComputedStyle(card).breakBefore")
        == "page"
    )
    for chrome in (".md-header", ".md-tabs", ".md-footer", ".byline-comments", ".byline-checklist__state"):
        expect(page.locator(chrome)).to_be_hidden()


def test_a_night_reader_prints_ink_on_white(home, page: Page):
    page.goto(home + "articles/one/")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.emulate_media(media="print")
    assert (
        page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-default-fg-color')")
        == "#211f1b"
    )
    assert page.evaluate(CONTRAST, ".byline-article p, .byline-checklist__text") == []


def test_nothing_of_ours_moves_where_motion_is_unwelcome(home, page: Page):
    page.emulate_media(reduced_motion="reduce")
    page.goto(home + "articles/one/")
    moving = """() => [...document.querySelectorAll("[class^=byline-]")].filter(
        (one) => getComputedStyle(one).transitionDuration !== "0s").map((one) => one.className)"""
    assert page.evaluate(moving) == []


def test_progress_can_be_seen_in_forced_colours(home, page: Page):
    page.emulate_media(forced_colors="active")
    page.goto(home + "articles/one/")
    page.locator(".byline-checklist__box").first.check()
    colours = """() => [".byline-checklist__bar span", ".byline-checklist__bar"].map(
        (name) => getComputedStyle(document.querySelector(name)).backgroundColor)"""
    done, bar = page.evaluate(colours)
    assert done != bar


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen_from_right_to_left(home, page: Page, path):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(home + path)
    page.evaluate("document.body.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_lists_keep_to_the_right_edge_from_right_to_left(home, page: Page):
    page.goto(home + "articles/one/")
    page.evaluate("document.body.dir = 'rtl'")
    right = "(one) => one.getBoundingClientRect().right"
    text = page.locator(".byline-article__body").evaluate(right)
    padding = "(one) => parseFloat(getComputedStyle(one).paddingRight)"
    text -= page.locator(".byline-article__body").evaluate(padding)
    assert page.locator(".byline-checklist__box").first.evaluate(right) == pytest.approx(text, abs=1)


def test_a_new_site_can_go_live_unchanged(tmp_path):
    new_site(tmp_path / "notes", today=date(2026, 5, 30))
    site = run_mkdocs(tmp_path / "notes", "--strict")
    assert site.code == 0, site.said
    for path, content in site.everything().items():
        if path.endswith((".html", ".xml", ".json")):
            for placeholder in (b"mailto:", b"you@", b"Your Name", b"in a few words", b"Change them"):
                assert placeholder not in content, path
