"""What a reader downloads on a first visit to one article, and with a first search, in Chromium.

    python benchmarks/weight.py [--articles 1000] [--tools byline byline-pagefind material] [--json FILE]

Each site is built and served from 127.0.0.1, compressed (gzip) and to be kept for ten minutes; the article
is opened with nothing in the browser's cache, until the network is still. Bytes are those of the content as
it is sent, without the headers. No other address can be found; what is asked of others is listed. Then the
search is opened and a word typed.
"""

import argparse
import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Request, sync_playwright

from article import write_article
from measuring import run
from serving import Answers, served
from sites import TOOLS

KINDS = ("html", "css", "js", "json", "fonts", "images", "other", "not found")
_STILL, _LONGEST = 3.0, 90.0
_ALONE = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""Nothing but our own server is found; to refuse requests one by one would switch the browser's cache off."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument(
        "--tools", nargs="+", choices=TOOLS, default=["byline", "byline-pagefind", "material"]
    )
    parser.add_argument("--word", default="invoice", help="what is searched for")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument(
        "--folder", type=Path, help="where the sites are made; else where temporary files are"
    )
    parser.add_argument("--json", type=Path, help="a file for all figures")
    options = parser.parse_args()
    records = {}
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=_ALONE)
        for name in options.tools:
            site = Path(folder) / name
            site.mkdir()
            TOOLS[name].make(site, options.articles)
            with served(site / "site") as (address, answers):
                settings = site / "mkdocs.yml"
                settings.write_text(settings.read_text().replace("https://example.org/", address))
                run(TOOLS[name].command, site)
                records[name] = visit(browser, address, answers, site / "site", options)
            shutil.rmtree(site)
        browser.close()
    print_visits(records, options.articles)
    if options.json:
        options.json.write_text(json.dumps(records, indent=1) + "\n")


def visit(
    browser: Browser, address: str, answers: Answers, site: Path, options: argparse.Namespace
) -> dict[str, Any]:
    """Open an article in the middle of the site, one with a list of tips; then search for a word."""
    slug = write_article(options.articles // 12 * 6).slug
    place = next(site.rglob(f"{slug}/index.html")).parent.relative_to(site)
    elsewhere: list[str] = []

    def note_others(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            elsewhere.append(request.url)

    context = browser.new_context()
    context.on("request", note_others)
    page = context.new_page()
    page.goto(f"{address}{place.as_posix()}/")
    wait_until_still(answers)
    visited = noted(answers)
    answers.clear()
    began = time.perf_counter()
    if not page.locator(".md-search__input").is_visible():
        page.locator(".md-header label[for=__search]").click()
    page.locator(".md-search__input").press_sequentially(options.word)
    page.locator(".md-search-result__item").first.wait_for(timeout=_LONGEST * 1000)
    seconds = time.perf_counter() - began
    wait_until_still(answers)
    searched = noted(answers)
    context.close()
    return {"visit": visited, "search": searched, "search_seconds": seconds, "elsewhere": elsewhere}


def wait_until_still(answers: Answers) -> None:
    """Wait until nothing was asked for during a while, by the page or by its workers."""
    since, before, end = time.monotonic(), -1, time.monotonic() + _LONGEST
    while time.monotonic() < min(since + _STILL, end):
        if (asked := answers.files.total()) != before:
            since, before = time.monotonic(), asked
        time.sleep(0.05)


def noted(answers: Answers) -> dict[str, Any]:
    return {
        "bytes": dict(answers.bytes),
        "requests": dict(answers.files),
        "largest": dict(answers.largest.most_common(6)),
    }


def print_visits(records: dict[str, dict[str, Any]], articles: int) -> None:
    print(f"{articles} articles; KB of compressed content (requests)\n")
    print(f"{'':24}" + "".join(f"{kind:>13}" for kind in (*KINDS, "all")))
    for name, record in records.items():
        for step in ("visit", "search"):
            sizes, requests = record[step]["bytes"], record[step]["requests"]
            cells = [(sizes.get(kind, 0), requests.get(kind, 0)) for kind in KINDS]
            cells.append((sum(sizes.values()), sum(requests.values())))
            row = "".join(f"{f'{size / 1000:.1f} ({count})' if count else '':>13}" for size, count in cells)
            print(f"{name + ', ' + step:24}{row}")
    for name, record in records.items():
        print(f"\n{name}: first results after {record['search_seconds']:.1f} s; asked of others:")
        print("\n".join(f"  {address}" for address in record["elsewhere"]) or "  nothing")
        for step in ("visit", "search"):
            print(f"  largest, {step}: " + ", ".join(f"{k} {v}" for k, v in record[step]["largest"].items()))


if __name__ == "__main__":
    main()
