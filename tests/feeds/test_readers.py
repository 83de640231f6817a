"""Feeds as feed readers take them in: all that our own site and a test site publish, over HTTP."""

import functools
import http.server
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import feedparser
import pytest
from lxml import etree
from reader import make_reader

from byline.feeds import FORMATS
from feeds.samples import EVERY

SITES = ("showcase", "full")
ENDINGS = (".xml", ".json")


class FeedHandler(http.server.SimpleHTTPRequestHandler):
    extensions_map: ClassVar = {".xml": "application/xml", ".json": "application/feed+json"}

    def log_message(self, *arguments: object) -> None:
        pass


def feed_files(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.suffix in ENDINGS)
    names = ("feed", "atom")
    return sorted(file.relative_to(folder).as_posix() for file in files if file.name.startswith(names))


def entries_in(file: Path) -> int:
    if file.suffix == ".json":
        return file.read_text(encoding="utf-8").count('"content_html": ')
    root = etree.parse(file).getroot()
    return len(root.xpath("//item | //*[local-name()='entry']"))


def stored_entries(file: Path) -> int:
    with closing(sqlite3.connect(file)) as store:
        return store.execute("select count(*) from rss_item").fetchone()[0]


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    for kind, one in EVERY.items():
        (folder / kind).mkdir()
        for name, _, write in FORMATS:
            text = write(one, address=f"https://a.example/{kind}/{name}", style="/feed.css")
            (folder / kind / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=[*SITES, "samples"])
def published(request, built, samples) -> Iterator[tuple[Path, str]]:
    """Return a folder with feeds, and where it is served."""
    folder = samples if request.param == "samples" else built(request.param).out
    handler = functools.partial(FeedHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_feedparser_finds_nothing_wrong_and_every_entry(published):
    folder, _ = published
    for name in feed_files(folder):
        if name.endswith(".xml"):
            parsed = feedparser.parse((folder / name).read_bytes())
            assert not parsed.bozo, (name, parsed.get("bozo_exception"))
            assert len(parsed.entries) == entries_in(folder / name)
            assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)


def test_reader_stores_every_entry_with_its_text(published):
    folder, url = published
    with make_reader(":memory:") as store:
        for name in feed_files(folder):
            store.add_feed(url + name)
        for result in store.update_feeds_iter():
            assert not isinstance(result.value, Exception), result
        for name in feed_files(folder):
            entries = list(store.get_entries(feed=url + name))
            assert len(entries) == entries_in(folder / name), name
            assert all(entry.title and entry.link for entry in entries)
            assert store.get_feed(url + name).title


def test_newsboat_stores_every_entry(published, tmp_path):
    if not shutil.which("newsboat"):
        pytest.skip("no newsboat: install it to run this test (on Debian: apt-get install newsboat)")
    folder, url = published
    home = {**os.environ, "HOME": str(tmp_path)}
    (tmp_path / "config").write_text("")
    for name in feed_files(folder):
        if name.endswith(".xml"):
            # Each feed in a store of its own: newsboat takes an id for the same entry in any feed.
            store = tmp_path / f"{name.replace('/', '-')}.db"
            (tmp_path / "urls").write_text(f"{url}{name}\n")
            command = ["newsboat", "-u", "urls", "-c", str(store), "-C", "config", "-x", "reload"]
            done = subprocess.run(command, cwd=tmp_path, env=home, capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, done.stderr
            assert stored_entries(store) == entries_in(folder / name), name
