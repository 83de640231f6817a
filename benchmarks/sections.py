"""Checks the example of docs/scale.md: its files, built as two sections and joined under one address.

    python benchmarks/sections.py [--articles 40] [--address http://127.0.0.1:8080/] [--folder FOLDER]

Without `--address` a server of ours joins the sections; with it, the one that listens there (nginx or Caddy
with the configuration of the page) is asked, and `--folder` is where it looks for them.
"""

import argparse
import re
import shutil
import sys
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from article import write_article
from corpus import authors_yaml, write_posts
from measuring import run
from serving import served

_PAGE = Path(__file__).parents[1] / "docs" / "scale.md"
_BLOCK = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SECTIONS = ("now", "until-2019")
_CONFIGURED = "https://example.org/"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--address", help="the server that joins the sections")
    parser.add_argument("--folder", type=Path, help="where the sections are made and stay")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        if options.address:
            make_sections(folder, options.address, options.articles)
            check(options.address, options.chromium)
        else:
            joined = folder / "joined"
            with served(joined) as (address, _):
                make_sections(folder, address, options.articles)
                shutil.rmtree(joined, ignore_errors=True)
                shutil.copytree(folder / "now" / "site", joined)
                shutil.copytree(folder / "until-2019" / "site", joined / "until-2019")
                check(address, options.chromium)


def make_sections(folder: Path, address: str, articles: int) -> None:
    """Write the files of the page, half of the articles into each section, and build both."""
    for name, text in _BLOCK.findall(_PAGE.read_text(encoding="utf-8")):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(_CONFIGURED, address), encoding="utf-8")
    (folder / "authors.yml").write_text(authors_yaml(bios=True), encoding="utf-8")
    half = articles // 2
    for section, first in zip(SECTIONS, (half, 0), strict=True):
        posts = folder / section / "posts"
        shutil.rmtree(posts, ignore_errors=True)
        write_posts(posts, half, first=first)
        for file in posts.glob("*.md"):
            file.write_text(
                with_full_links(file.read_text(encoding="utf-8"), address, first), encoding="utf-8"
            )
        (folder / section / "docs").mkdir(exist_ok=True)
        (folder / section / "docs" / "index.md").write_text(f"# {section}\n")
        run((sys.executable, "-m", "mkdocs", "build", "--strict"), folder / section)


def with_full_links(text: str, address: str, first: int) -> str:
    """Write the links to articles of the other section with their full address."""

    def full(link: re.Match[str]) -> str:
        number = int(link[1])
        slug = write_article(number).slug
        return link[0] if number >= first else f"]({address}until-2019/articles/{slug}/)"

    return re.sub(r"\]\(post-(\d+)\.md\)", full, text)


def check(address: str, chromium: str | None) -> None:
    """Ask the joined sites for what the page promises. Raises `AssertionError` or `HTTPError`."""
    index = _text(address + "sitemap-index.xml")
    for place in re.findall(r"<loc>(.*?)</loc>", index):
        pages = re.findall(r"<loc>(.*?)</loc>", _text(place))
        assert pages and all(page.startswith(place.removesuffix("sitemap.xml")) for page in pages), place
        for page in pages[:3] + pages[-3:]:
            _text(page)
        print(f"{place}: {len(pages)} addresses")
    for place in ("feed.xml", "until-2019/feed.xml"):
        print(f"{address}{place}: {_text(address + place).count('<item>')} articles")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}everything/")
        page.get_by_role("searchbox", name="Search all sections").fill("office")
        page.keyboard.press("Enter")
        page.locator("#found li").first.wait_for()
        links = page.locator("#found a").evaluate_all("links => links.map(link => link.href)")
        for section in (f"{address}articles/", f"{address}until-2019/"):
            count = sum(link.startswith(section) for link in links)
            print(f"found below {section}: {count}")
            assert count, links
        for link in links:
            _text(link)
        browser.close()


def _text(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode("utf-8")


if __name__ == "__main__":
    main()
