"""A real browser on real pages: Debian's Chromium, and a server for a built site.

Its headless shell is preferred, Chromium without windows: a page costs it a quarter of the time.
"""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from browser.stands import COUNTED, GISCUS, REMARK42
from conftest import run_mkdocs

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Served:
    """A site on a local address."""

    url: str


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not path:
        if os.environ.get("BYLINE_REQUIRE_BROWSER"):
            pytest.fail("the browser tests must run here, and there is no chromium")
        pytest.skip("no chromium: install it to run the browser tests (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve(built) -> Iterator[Callable[[str], Served]]:
    servers: dict[str, http.server.ThreadingHTTPServer] = {}

    def start(name: str) -> Served:
        if name not in servers:
            handler = functools.partial(QuietHandler, directory=str(built(name).out))
            servers[name] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[name].serve_forever, daemon=True).start()
        return Served(f"http://127.0.0.1:{servers[name].server_port}/")

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def discussed(copy_site) -> Iterator[Callable[..., str]]:
    """Build the site with comments, its configuration put differently in places; say where it is served."""
    servers: dict[tuple[str, ...], http.server.ThreadingHTTPServer] = {}

    def start(*changes: tuple[str, str]) -> str:
        if changes not in servers:
            folder = copy_site("discussed")
            handler = functools.partial(QuietHandler, directory=str(folder / "site"))
            server = servers[changes] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            config = (folder / "mkdocs.yml").read_text()
            home = ("https://discussed.example/", f"http://127.0.0.1:{server.server_port}/")
            for old, new in (home, *changes):
                assert old in config
                config = config.replace(old, new)
            (folder / "mkdocs.yml").write_text(config)
            built = run_mkdocs(folder, "--strict")
            assert built.code == 0, built.said
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[changes].server_port}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Return what other hosts are asked: giscus and Remark42 are stand-ins."""
    found: list[str] = []
    answers = {"https://giscus.app/client.js": GISCUS, "https://remark.example/web/embed.mjs": REMARK42}

    def answer(route: Route) -> None:
        request = route.request
        found.append(request.url)
        open_to_all = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
        kind = "text/javascript" if request.url in answers else "text/html"
        if "/api/v1/counts" in request.url:
            return route.fulfill(json=COUNTED, headers=open_to_all)
        return route.fulfill(body=answers.get(request.url, ""), content_type=kind, headers=open_to_all)

    page.route(re.compile("^https://"), answer)
    return found
