"""A real browser on real pages: Debian's Chromium, and a server for a built site."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
    path = shutil.which("chromium")
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
