"""Comments on a real Isso server."""

import functools
import http.server
import subprocess
import sys
import threading
import time
import urllib.request
from urllib.error import URLError

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import QuietHandler
from conftest import run_mkdocs
from serving import free_port

CONFIG = """\
[general]
dbpath = {folder}/comments.db
host = {site}
[moderation]
enabled = false
[server]
listen = {isso}
[guard]
enabled = false
"""


@pytest.fixture(scope="module")
def site_with_isso(copy_site, tmp_path_factory):
    """The small site with Isso's comments, and that Isso; the address of the site."""
    isso, site = (f"http://127.0.0.1:{free_port()}/" for _ in range(2))
    folder = copy_site("small")
    config = folder / "mkdocs.yml"
    options = f"- byline: {{comments: {{provider: isso, server: '{isso}'}}}}"
    config.write_text(config.read_text().replace("- byline", options))
    built = run_mkdocs(folder, "--strict")
    assert built.code == 0, built.said
    state = tmp_path_factory.mktemp("isso")
    (state / "isso.cfg").write_text(CONFIG.format(folder=state, site=site, isso=isso))
    command = [sys.executable, "-c", "from isso import main; main()", "-c", str(state / "isso.cfg"), "run"]
    port = int(site.rstrip("/").rpartition(":")[2])
    pages = http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), functools.partial(QuietHandler, directory=str(built.out))
    )
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        wait_for(f"{isso}js/embed.min.js")
        yield site
        server.terminate()
    pages.shutdown()
    pages.server_close()


def wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {url}")


def test_a_reader_comments_and_finds_it_again(site_with_isso, page: Page):
    page.goto(site_with_isso + "articles/pack-the-night-before/")
    assert page.locator("#isso-thread").count() == 0
    page.get_by_role("button", name="Show comments").click()
    page.locator("#isso-thread textarea, #isso-thread .isso-textarea").first.fill("My coat thanks you.")
    page.locator("#isso-thread input[type=submit]").first.click()
    expect(page.locator("#isso-root").get_by_text("My coat thanks you.")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Show comments").click()
    expect(page.locator("#isso-root").get_by_text("My coat thanks you.")).to_be_visible()
