"""The preview: drafts and posts to come are there, and say what they are."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from urllib.error import URLError

import pytest


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url: str) -> str:
    for _ in range(150):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read().decode()
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {url}")


@pytest.fixture
def preview(copy_site):
    folder = copy_site("full")
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as server:
        yield folder, f"http://127.0.0.1:{port}/sub/", server
        server.terminate()


def test_drafts_and_posts_to_come_are_shown_and_marked(preview):
    _, url, _ = preview
    listing = get(url + "articles/")
    assert "Canary-title of a draft" in listing + get(url + "articles/page/2/")
    draft = get(url + "articles/canary-slug/")
    assert 'class="byline-draft"' in draft
    assert '<meta name="robots" content="noindex">' in draft
    assert 'class="byline-draft"' in get(url + "articles/canary-title-of-the-future/")
    assert 'class="byline-draft"' not in get(url + "articles/plain/")
    assert not re.search(r"byline-comments", draft)
    sheet = get(url + "articles/canary-slug/checklist/")
    assert "Hide the canary-item from everyone" in sheet
    assert '<meta name="robots" content="noindex">' in sheet


class Said:
    """What a server says, read as it comes; `wait_for` gives up after a while."""

    def __init__(self, stream) -> None:
        self.lines: list[str] = []
        threading.Thread(target=lambda: self.lines.extend(stream), daemon=True).start()

    def wait_for(self, text: str) -> None:
        for _ in range(200):
            if any(text in line for line in list(self.lines)):
                return
            time.sleep(0.1)
        raise AssertionError(f"not said: {text}\n" + "".join(self.lines))


def test_the_preview_lives_on_after_a_problem(preview):
    folder, url, server = preview
    said = Said(server.stderr)
    post = folder / "posts" / "2026-02-01-plain.md"
    good = post.read_text()
    said.wait_for("Serving on")
    assert "A plain article" in get(url + "articles/plain/")
    post.write_text(good.replace("created: 2026-02-01", "created: soon"))
    said.wait_for("posts/2026-02-01-plain.md:4: `date.created` is no date")
    post.write_text(good.replace("A plain article", "A mended article"))
    said.wait_for("Reloading browsers")
    assert "A mended article" in get(url + "articles/plain/")
