"""Archived comments in a browser: harmless whatever they hold, readable everywhere, also on paper."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import QuietHandler
from browser.test_axe import MATERIALS
from comments.hostile_site import PUBLISHED, write_hostile_comments
from conftest import run_mkdocs
from serving import free_port

ARTICLE = "articles/pack-the-night-before/"
RESULTS = ".md-search-result__link"
WATCH = """
  window.hits = 0;
  window.hit = () => { window.hits += 1; };
"""
TALK = """\
- id: a1
  author: Jane Doe
  url: https://jane.example/
  date: 2019-03-04T10:00:00+00:00
  html: <p>A first remark, <em>calm</em>, with <a href="https://a.example/">a link</a>.</p><pre>{wide}</pre>
- {{id: a2, in_reply_to: a1, author: مرحبا, date: 2019-03-05, text: שלום עולם}}
- {{id: a3, in_reply_to: a2, date: 2019-03-06, text: "https://a.example/{wide}"}}
- {{id: a4, in_reply_to: a3, author: "{wide}", date: 2019-03-07, text: Four.}}
- {{id: a5, in_reply_to: a4, author: Eva, date: 2019-03-08, text: Five.}}
- {{id: a6, in_reply_to: a5, author: Fay, date: 2019-03-09, text: Six.}}
- {{id: m1, kind: mention, author: Gil, source: "https://blog.example/", date: 2019-03-10}}
- {{id: m2, kind: like, author: Hal, source: "https://social.example/hal"}}
- {{id: m3, kind: repost, author: Ida, url: "https://ida.example/"}}
""".format(wide="wide" * 60)


def start(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def site_with(copy_site, write) -> Iterator[str]:
    """Build a small site with something written into it, at the address that it is served from."""
    folder, port = copy_site("small"), free_port()
    write(folder)
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("https://small.example/", f"http://127.0.0.1:{port}/")
    config.write_text(text.replace("font: false", "font: false\n  palette: {scheme: default}"))
    done = run_mkdocs(folder)
    assert done.code == 0, done.said
    server = start(done.out, port)
    yield f"http://127.0.0.1:{port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def hostile(copy_site) -> Iterator[str]:
    yield from site_with(copy_site, write_hostile_comments)


@pytest.fixture(scope="module")
def quiet(copy_site) -> Iterator[str]:
    yield from site_with(
        copy_site, lambda folder: (folder / "posts" / "first.comments.yml").write_text(TALK, encoding="utf-8")
    )


@pytest.fixture
def watched(page: Page, hostile) -> Iterator[Page]:
    """Open pages on which every run, dialog, error and request elsewhere is a failure.

    Material looks for a sitemap beside every alternate of a page, wherever that stands: its own to mend.
    """
    seen: list[str] = []

    def note(what: str, url: str) -> None:
        if not url.endswith("/sitemap.xml"):
            seen.append(what)

    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("console", lambda said: note(said.text, said.location["url"]) if said.type == "error" else None)
    page.on("response", lambda got: note(got.url, got.url) if got.status >= 400 else None)
    page.on("request", lambda asked: None if asked.url.startswith(hostile) else seen.append(asked.url))
    yield page
    assert page.evaluate("window.hits") == 0
    assert seen == []


def test_hostile_comments_run_nothing_on_their_page(watched: Page, hostile):
    watched.goto(hostile + ARTICLE, wait_until="networkidle")
    comments = watched.locator(".byline-talk__comment")
    assert comments.count() == 2 * len(PUBLISHED)
    watched.evaluate(
        """() => document.querySelectorAll(".byline-comments, .byline-comments *").forEach((one) => {
          for (const kind of ["mouseover", "mouseenter", "pointerenter", "focus", "error", "load", "toggle"])
            one.dispatchEvent(new Event(kind, { bubbles: true }));
        })"""
    )
    for link in watched.locator(".byline-talk a").all():
        address = link.get_attribute("href") or ""
        assert address.startswith(("https://", "#comment-")), address
        link.focus()


def test_hostile_comments_run_nothing_in_listings_and_in_the_search(watched: Page, hostile):
    for path in ("", "articles/", "subscribe/"):
        watched.goto(hostile + path, wait_until="networkidle")
    watched.goto(f"{hostile}{ARTICLE}?q={quote('unclosed')}", wait_until="networkidle")
    watched.locator("[data-md-component=search-query]").click()
    expect(watched.locator(RESULTS).first).to_be_visible(timeout=15_000)
    assert watched.locator(".md-search-result :is(img, script, svg[onload], iframe)").count() == 0


def test_a_search_leads_to_the_comments(watched: Page, hostile):
    watched.goto(f"{hostile}?q=mallory", wait_until="networkidle")
    watched.locator("[data-md-component=search-query]").click()
    expect(watched.locator(RESULTS).first).to_be_visible(timeout=15_000)
    found = watched.locator(f"{RESULTS}[href*='#byline-comments-title']").first
    watched.goto(found.get_attribute("href", timeout=5_000) or "", wait_until="networkidle")
    expect(watched.locator("#byline-comments-title")).to_be_in_viewport()


def test_comments_are_no_wider_than_a_screen_of_320_pixels(page: Page, quiet):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(quiet + ARTICLE)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    deepest = page.locator("#comment-a5").bounding_box()
    first = page.locator("#comment-a1").bounding_box()
    assert deepest and first
    assert first["x"] + 30 < deepest["x"]
    assert deepest["width"] > 200


def test_a_comment_in_another_script_reads_in_its_own_direction(page: Page, quiet):
    page.goto(quiet + ARTICLE)
    directions = [
        page.locator(f"#comment-{name} > .e-content").evaluate("one => getComputedStyle(one).direction")
        for name in ("a1", "a2")
    ]
    assert directions == ["ltr", "rtl"]


def test_comments_are_on_paper_and_what_can_be_clicked_there_is_not(page: Page, quiet):
    page.goto(quiet + ARTICLE)
    page.emulate_media(media="print")
    expect(page.locator("#comment-a1")).to_be_visible()
    expect(page.locator(".byline-signs").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_no_violation_in_comments(page: Page, quiet, scheme):
    page.goto(quiet + ARTICLE, wait_until="networkidle")
    page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    found = Axe().run(page, context={"include": [[".byline-comments"]], "exclude": MATERIALS})
    assert found.violations_count == 0, found.generate_report()


def test_a_comments_own_address_leads_to_it_from_instant_navigation_or_not(page: Page, quiet):
    page.goto(f"{quiet}{ARTICLE}#comment-a6")
    expect(page.locator("#comment-a6")).to_be_in_viewport()
