"""Searching as readers do, by keyboard: Material's index and Pagefind's, and what each fetches and when."""

import functools
import http.server
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import QuietHandler
from browser.test_policy import policy, violations
from conftest import run_mkdocs
from serving import free_port

RESULTS = ".md-search-result__link"
META = ".md-search-result__meta"
HEAVY = ("/search/index.json", "/workers/search.", "/lunr/", "pagefind")
"""What only a reader who searches may be sent."""


@dataclass(slots=True)
class Answering:
    """A built site on a local address, and what it was asked for."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    server: http.server.ThreadingHTTPServer | None = None
    url: str = ""
    policy: str = ""

    def start(self, port: int) -> None:
        site = self

        class Handler(QuietHandler):
            def send_head(self):
                site.asked.append(self.path)
                return super().send_head()

            def end_headers(self) -> None:
                if site.policy:
                    self.send_header("Content-Security-Policy", site.policy)
                super().end_headers()

        handler = functools.partial(Handler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        self.url = f"http://127.0.0.1:{port}/"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def heavy(self) -> list[str]:
        """Return what was asked for that belongs to searching."""
        return [path for path in self.asked if any(part in path for part in HEAVY)]


@pytest.fixture(scope="module")
def sites(copy_site):
    """Build the site `full` for each kind of search, at the address that it is served from."""
    built = {}
    for kind in ("material", "pagefind"):
        folder, port = copy_site("full"), free_port()
        file = folder / "mkdocs.yml"
        text = file.read_text().replace("https://full.example/sub/", f"http://127.0.0.1:{port}/")
        text = text.replace("  - byline:\n", f"  - byline:\n      search: {kind}\n")
        text = text.replace(
            "  font: false\n", "  font: false\n  features: [navigation.instant, search.highlight]\n"
        )
        file.write_text(text)
        (folder / "docs" / "wares.md").write_text(
            "---\ntags: [wares]\n---\n# Wares &amp; &lt;tools&gt;\n\nWhat we sell.\n\n## Zeppelins\n\n"
            "A zeppelin flies <b>over</b> `a < b` & the sea.\n\n## Kites\n\nA kite does not.\n"
        )
        (folder / "docs" / "hidden.md").write_text(
            "---\nsearch:\n  exclude: true\n---\n# Hidden\n\nA hidden zeppelin.\n"
        )
        done = run_mkdocs(folder)
        assert done.code == 0, done.said
        built[kind] = (done.out, port)
    return built


@pytest.fixture(params=["material", "pagefind"])
def site(request, sites):
    folder, port = sites[request.param]
    answering = Answering(folder)
    answering.start(port)
    yield answering
    answering.stop()


def search(page: Page, query: str, *, key: str = "/") -> None:
    """Ask once: Material asks at each key, and late answers would take the focus from a result."""
    page.wait_for_function("window.component$ && !document.querySelector('#__search').checked")
    page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.insert_text(query[:-1])
    page.keyboard.press(query[-1])


def test_nothing_of_the_search_is_fetched_before_the_first_query(site, page: Page):
    page.goto(site.url + "articles/plain/", wait_until="networkidle")
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    assert "/search/search_index.json" in site.asked
    assert site.heavy == []
    page.keyboard.type("zeppelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert site.heavy


def test_nothing_is_asked_of_anybody_else(site, page: Page):
    asked = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert [url for url in asked if not url.startswith(site.url)] == []


@pytest.mark.parametrize("key", ["/", "f"])
def test_a_section_is_found_and_opened_with_the_keyboard_alone(site, page: Page, key):
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin", key=key)
    first = page.locator(RESULTS).first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/wares/" in url and url.endswith("#zeppelins"))
    expect(page.locator("#zeppelins")).to_be_visible()


def test_results_are_text_with_marks(site, page: Page):
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin")
    expect(page.locator(META)).to_have_text("1 matching document")
    expect(page.locator(f"{RESULTS} h1")).to_have_text("Wares & <tools>")
    expect(page.locator(f"{RESULTS} h2")).to_have_text("Zeppelins")
    expect(page.locator(".md-search-result")).to_contain_text("A zeppelin flies over a < b & the sea.")
    expect(page.locator(f"{RESULTS} mark").first).to_be_visible()
    expect(page.locator(f"{RESULTS} .md-tag").first).to_have_text("wares")


def test_what_is_not_there_is_not_found_and_the_next_query_is_answered(site, page: Page):
    page.goto(site.url, wait_until="networkidle")
    search(page, "qqqqqq")
    expect(page.locator(META)).to_have_text("No matching documents")
    page.keyboard.press("Control+A")
    page.keyboard.type("kite")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator(META)).to_have_text("Type to start searching")


def test_the_index_is_fetched_once_across_instant_navigation(site, page: Page):
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.evaluate("window.stayed = true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wares/**")
    expect(page.locator(".md-content h1")).to_contain_text("Wares")
    before = len(site.heavy)
    search(page, "kite")
    expect(page.locator(f"{RESULTS} h2").first).to_have_text("Kites")
    assert page.evaluate("window.stayed")
    assert not {path for path in site.heavy[before:] if "fragment" not in path and "pf_index" not in path}


def test_a_search_that_was_used_once_answers_without_the_server(site, page: Page):
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    site.stop()
    page.keyboard.press("Control+A")
    page.keyboard.type("kite")
    expect(page.locator(f"{RESULTS} h2").first).to_have_text("Kites")


def test_the_policy_of_the_guide_lets_readers_search(site, page: Page):
    said = violations(page)
    site.policy = policy("Without comments")
    if "pagefind" in (site.folder / "search" / "search_index.json").read_text():
        site.policy = site.policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    page.goto(site.url, wait_until="networkidle")
    search(page, "zeppelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert said == []


def test_a_failed_fetch_is_tried_again_at_the_next_query(sites, page: Page):
    folder, port = sites["material"]
    site = Answering(folder)
    site.start(port)
    page.goto(site.url, wait_until="networkidle")
    site.stop()
    search(page, "zep")
    expect(page.locator(META)).to_have_text("No matching documents")
    site.start(port)
    page.keyboard.type("pelin")
    expect(page.locator(RESULTS).first).to_be_visible()
    site.stop()
