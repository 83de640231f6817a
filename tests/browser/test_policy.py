"""The showcase and a commented article under the Content-Security-Policy that the guide gives."""

import functools
import http.server
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import QuietHandler

ROOT = Path(__file__).parents[2]
PAGES = ("", "articles/", "articles/hostile/", "authors/ada/", "tags/")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")


def policy(name: str) -> str:
    """Return a policy as the guide prints it: the code block below the line that names it."""
    found = re.search(rf"^{re.escape(name)}.*?```\n(.*?)```", GUIDE, re.MULTILINE | re.DOTALL)
    return " ".join(found[1].split())


@pytest.fixture
def serve_with_policy(built):
    servers = []

    def start(name: str, text: str) -> str:
        class Handler(QuietHandler):
            def end_headers(self) -> None:
                self.send_header("Content-Security-Policy", text)
                super().end_headers()

        handler = functools.partial(Handler, directory=str(built(name).out))
        servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        threading.Thread(target=servers[-1].serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def violations(page: Page) -> list[str]:
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.append(message.text) if "Content Security Policy" in message.text else None,
    )
    return said


@pytest.mark.parametrize(
    "path", ["", "articles/", "articles/price/", "authors/ines/", "archive/", "tags/", "guide/", "404.html"]
)
def test_no_page_of_the_showcase_breaks_the_policy(serve_with_policy, page: Page, path):
    said = violations(page)
    text = policy("Without comments").replace(
        "connect-src 'self'", "connect-src 'self' https://byline.example"
    )
    page.goto(serve_with_policy("showcase", text) + path, wait_until="networkidle")
    assert said == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_the_policy_without_comments(serve_with_policy, page: Page, path):
    said = violations(page)
    # Material reads the sitemap at the site's own address, which on a real site is 'self'.
    text = policy("Without comments").replace("connect-src 'self'", "connect-src 'self' https://full.example")
    page.goto(serve_with_policy("full", text) + path, wait_until="networkidle")
    assert said == []


def test_giscus_may_load_under_its_policy(serve_with_policy, page: Page):
    said = violations(page)
    page.route("https://giscus.app/**", lambda route: route.fulfill(body="", content_type="text/javascript"))
    text = policy("With giscus").replace("connect-src 'self'", "connect-src 'self' https://full.example")
    page.goto(serve_with_policy("full", text) + "articles/hostile/", wait_until="networkidle")
    page.get_by_role("button", name="Show comments").click()
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_policy_without_comments_would_stop_giscus(serve_with_policy, page: Page):
    said = violations(page)
    page.goto(serve_with_policy("full", policy("Without comments")) + "articles/hostile/")
    page.get_by_role("button", name="Show comments").click()
    page.wait_for_timeout(200)
    assert any("giscus.app" in line for line in said)


def inline(html: str) -> set[str]:
    """Return what stands inline in a page: scripts that run, styles, and attributes that do either."""
    html = re.sub(r'new URL\("[^"]*"', 'new URL("…"', html)
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*\bjson)[^>]*>.*?</script>", html, re.DOTALL)
    return {
        *scripts,
        *re.findall(r"<style.*?</style>|\sstyle=\"[^\"]*\"|\son\w+=\"[^\"]*\"", html, re.DOTALL),
    }


def test_nothing_of_ours_is_inline(built):
    """Whatever stands inline on any page stands on Material's own 404 page too."""
    site = built("full")
    materials = inline(site.page("404.html"))
    assert materials
    for path, content in site.everything().items():
        if path.endswith(".html"):
            assert inline(content.decode()) <= materials, path
