"""From saving an article to its new words being served: `mkdocs serve` on a site of generated articles.

    python benchmarks/preview.py [--articles 1000] [--saves 8] [--material | --site FOLDER]

Prints the median and the worst time of several saves of one article's text, then of one new title and one
new article. `--material` measures Material's blog instead of Byline, `--site` a copy of a site of Byline's.
"""

import argparse
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sites import TOOLS

_LONGEST = 300.0
_PAUSE = 1.5
"""Seconds between two saves of a text, so that what the last one left to do is done."""
_LONG_PAUSE = 15.0
"""Seconds before a save that builds the whole site, so that the last such build is done."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=8)
    parser.add_argument("--material", action="store_true")
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    tool = TOOLS["material" if options.material else "byline"]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if options.site:
            shutil.copytree(options.site, site, ignore=shutil.ignore_patterns("site", ".cache"))
        else:
            site.mkdir()
            tool.make(site, options.articles)
        with preview(site) as url:
            measure(site / tool.posts, url + ("blog/" if options.material else "articles/"), options.saves)


def measure(posts: Path, url: str, saves: int) -> None:
    files = sorted(posts.rglob("*.md"))
    post = files[len(files) // 2]
    text = post.read_text(encoding="utf-8")
    page = url + address(text)
    wait_for(page, "")
    times = []
    for number in range(saves):
        time.sleep(_PAUSE)
        word = f"freshly-saved-{number}"
        times.append(saved(post, f"{text}\nThis is {word}.\n", page, word))
    print(f"text     median {statistics.median(times):7.3f} s, worst {max(times):7.3f} s")
    time.sleep(_LONG_PAUSE)
    titled = re.sub(r"^slug: .*\n", "", text, count=1, flags=re.MULTILINE)
    titled = re.sub(r"^title: .*$", "title: A wholly new title", titled, count=1, flags=re.MULTILINE)
    print(f"title    {saved(post, titled, url + 'a-wholly-new-title/', 'A wholly new title'):7.3f} s")
    time.sleep(_LONG_PAUSE)
    added = titled.replace("wholly new title", "wholly new article")
    place = post.with_name("wholly-new.md")
    seconds = saved(place, added, url + "a-wholly-new-article/", "A wholly new article")
    print(f"article  {seconds:7.3f} s")


def saved(file: Path, text: str, page: str, word: str) -> float:
    """Save a file in place, and return the seconds until the page has the word."""
    file.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    wait_for(page, word)
    return time.perf_counter() - began


def wait_for(page: str, word: str) -> None:
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=_LONGEST) as answer:
                if word in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.005)
    raise SystemExit(f"{page} never had the word `{word}`")


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def address(post: str) -> str:
    """Return the address of a post below the list of articles, as its slug or its title gives it."""
    found = re.search(r"^slug: (.*)$", post, re.MULTILINE) or re.search(r"^title: (.*)$", post, re.MULTILINE)
    title = found[1].strip("\"'") if found else ""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") + "/"


@contextmanager
def preview(site: Path) -> Iterator[str]:
    """Run `mkdocs serve`; yield its address once the first page is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=site, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}) as server:
        try:
            while not answers(port):
                if server.poll() is not None:
                    raise SystemExit("the site could not be built")
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:
                server.kill()


if __name__ == "__main__":
    main()
