"""Comments on a real Isso, from the first click to a post that was renamed; built, and in a preview."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import QuietHandler
from conftest import run_mkdocs
from isso_serving import Isso, isso_for
from serving import free_port, serving

SHOW = "Show comments"
CONFIG = """\
site_name: Small
site_url: {site}
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - {{scheme: default, toggle: {{icon: material/weather-night, name: Switch to dark}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: Switch to light}}}}
plugins:
  - byline:
      comments: {{provider: isso, server: '{isso}', preview_server: '{isso}', counts: true}}
"""
POST = """\
---
title: {title}
date: 2026-03-01
authors: [ada]
categories: [Work]
{more}---
A text to talk about. It ends soon.
"""


@dataclass(frozen=True, slots=True)
class Commented:
    """A site with comments on an Isso; both run."""

    folder: Path
    url: str
    isso: Isso

    def write(self, name: str, title: str, more: str = "") -> None:
        (self.folder / "posts" / f"{name}.md").write_text(POST.format(title=title, more=more))

    def build(self) -> None:
        built = run_mkdocs(self.folder, "--strict")
        assert built.code == 0, built.said

    def article(self, slug: str) -> str:
        return f"{self.url}articles/{slug}/"


@pytest.fixture(scope="module")
def site(copy_site) -> Iterator[Commented]:
    folder, port = copy_site("small"), free_port()
    url = f"http://127.0.0.1:{port}/"
    (folder / "mkdocs.yml").write_text("site_name: Small\nplugins: [byline]\n")
    with isso_for(folder, "--site", url) as isso:
        (folder / "mkdocs.yml").write_text(CONFIG.format(site=url, isso=isso.url.rstrip("/")))
        made = Commented(folder, url, isso)
        made.build()
        handler = functools.partial(QuietHandler, directory=str(folder / "site"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield made
        server.shutdown()
        server.server_close()


@pytest.fixture
def asked(page: Page, site: Commented) -> list[str]:
    """What the page asks of Isso, as it comes."""
    requests: list[str] = []
    page.on(
        "request",
        lambda request: requests.append(request.url) if request.url.startswith(site.isso.url) else None,
    )
    return requests


@pytest.fixture
def complaints(page: Page) -> list[str]:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def show(page: Page) -> None:
    page.get_by_role("button", name=SHOW).click()
    expect(page.locator("#isso-thread .isso-postbox")).to_have_count(1)


def say(page: Page, text: str) -> None:
    page.locator("#isso-thread textarea, #isso-thread .isso-textarea").first.fill(text)
    page.locator("#isso-thread input[type=submit]").first.click()
    expect(said(page, text)).to_be_visible()


def said(page: Page, text: str):
    return page.locator("#isso-root .isso-comment").filter(has_text=text)


def test_nothing_is_asked_of_the_server_before_the_click(site, page, asked, complaints):
    page.goto(site.article("pack-the-night-before"), wait_until="networkidle")
    page.mouse.wheel(0, 10_000)
    page.wait_for_timeout(500)
    assert asked == []
    assert page.locator("#isso-thread").count() == 0
    show(page)
    assert any(url.endswith("/js/embed.min.js") for url in asked)
    assert complaints == []


def test_a_comment_is_found_again_after_a_reload_and_after_another_build(site, page):
    page.goto(site.article("pack-the-night-before"))
    show(page)
    say(page, "My coat thanks you.")
    page.reload()
    show(page)
    expect(said(page, "My coat thanks you.")).to_be_visible()
    site.build()
    page.reload()
    show(page)
    expect(said(page, "My coat thanks you.")).to_be_visible()


@pytest.mark.parametrize(
    ("slug", "first", "second"),
    [
        ("moved", ("moved", "Moved", ""), ("another-name", "Moved", "")),
        ("kept-slug", ("kept-slug", "Before", "slug: kept-slug\n"), ("after", "After", "slug: kept-slug\n")),
        ("titled", ("titled", "Titled", "id: urn:x:7\n"), ("retitled", "Retitled now", "id: urn:x:7\n")),
    ],
    ids=["the file's name", "the title beside a slug", "the address beside an id"],
)
def test_a_comment_outlives_a_change_of(site, page, slug, first, second):
    site.write(*first)
    site.build()
    page.goto(site.article(slug))
    show(page)
    say(page, f"Said below {slug}.")
    (site.folder / "posts" / f"{first[0]}.md").unlink()
    site.write(*second)
    site.build()
    page.goto(site.url + "articles/")
    page.get_by_role("link", name=second[1], exact=True).click()
    expect(page.get_by_role("heading", name=second[1], level=1)).to_be_visible()
    show(page)
    expect(said(page, f"Said below {slug}.")).to_be_visible()


def lightness(page: Page, selector: str, what: str) -> float:
    """Return how light a colour of an element is, from 0 to 255."""
    colour = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{what}")
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)]
    assert len(numbers) == 3 or numbers[3] > 0, f"{selector}: {what} is {colour}, nothing to see"
    return sum(numbers[:3]) / 3


def test_the_thread_follows_the_switch_to_dark_and_back(site, page):
    page.goto(site.article("pack-the-night-before"))
    show(page)
    say(page, "By day and by night.")
    seen = ("#isso-thread .isso-textarea", "backgroundColor"), ("#isso-thread .isso-text", "color")
    light = [lightness(page, *one) for one in seen]
    page.get_by_title("Switch to dark").click()
    page.wait_for_timeout(400)
    dark = [lightness(page, *one) for one in seen]
    assert light[0] > 200 > 100 > light[1]
    assert dark[0] < 100 < 150 < dark[1]
    expect(said(page, "By day and by night.")).to_be_visible()
    page.get_by_title("Switch to light").click()
    page.wait_for_timeout(400)
    assert [lightness(page, *one) for one in seen] == light


def test_ten_times_back_and_forth_leaves_one_thread_and_the_right_one(site, page, complaints):
    for slug, title in (
        ("a-day-at-the-archive", "A day at the archive"),
        ("pack-the-night-before", "Pack the night before"),
    ):
        page.goto(site.article(slug))
        show(page)
        say(page, f"This is about {title}.")
    page.evaluate("window.same = true")
    titles = ["A day at the archive", "Pack the night before"]
    for turn in range(10):
        title, other = titles[turn % 2], titles[1 - turn % 2]
        page.evaluate("path => document.querySelector('.md-logo').href = path", site.url + "articles/")
        page.locator(".md-logo").first.click()
        page.locator(".byline-entry").get_by_role("link", name=title, exact=True).click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
        show(page)
        expect(said(page, f"This is about {title}.")).to_have_count(1)
        expect(said(page, f"This is about {other}.")).to_have_count(0)
        assert page.locator("#isso-thread").count() == 1
        assert page.locator("#isso-style").count() <= 1
    for _ in range(4):
        page.go_back()
        page.wait_for_timeout(150)
    assert page.locator("#isso-thread").count() <= 1
    assert page.evaluate("window.same"), "the page was loaded anew: nothing was tested"
    assert complaints == []


def test_listings_say_how_many_comments_an_article_has(site, page, asked):
    site.write("counted", "Counted")
    site.write("not-counted", "Not counted")
    site.build()
    site.isso.write("/counted", "One.")
    page.goto(site.url + "articles/")
    expect(page.locator(".byline-entry").filter(has_text="Counted").first).to_contain_text(
        re.compile("1 comment")
    )
    expect(page.locator(".byline-entry").filter(has_text="Not counted")).not_to_contain_text("1 comment")
    assert asked == [site.isso.url + "count"], "one request for the whole page, and nothing else"
    site.isso.write("/counted", "Two.")
    page.goto(site.article("counted"))
    show(page)
    expect(page.locator("#isso-root .isso-comment")).to_have_count(2)


@pytest.mark.parametrize("mode", ["closed", "archive", "false"])
def test_no_thread_is_offered_where_the_article_says(site, page, asked, mode):
    site.write(f"not-open-{mode}", f"Not open {mode}", f"comments: {mode}\n")
    site.build()
    page.goto(site.article(f"not-open-{mode}"), wait_until="networkidle")
    assert page.get_by_role("button", name=SHOW).count() == 0
    assert page.locator("byline-comments").count() == 0
    assert asked == []


def test_a_preview_takes_comments_with_the_scaffolds_settings(copy_site, page, browser):
    folder, port = copy_site("small"), free_port()
    (folder / "mkdocs.yml").write_text("site_name: Small\nplugins: [byline]\n")
    with isso_for(folder, "--site", f"http://127.0.0.1:{port}/") as isso:
        config = CONFIG.replace("server: '{isso}', preview_server", "preview_server")
        (folder / "mkdocs.yml").write_text(
            config.format(site="https://small.example/", isso=isso.url.rstrip("/"))
        )
        with serving(folder, port) as preview:
            page.goto(preview.url + "articles/pack-the-night-before/")
            show(page)
            say(page, "Tried within a minute.")
            page.reload()
            show(page)
            expect(said(page, "Tried within a minute.")).to_be_visible()


def test_a_preview_at_an_address_that_its_server_does_not_know_says_how_to_name_it(copy_site, page):
    folder, port = copy_site("small"), free_port()
    with isso_for(folder, "--site", "http://elsewhere.example/") as isso:
        (folder / "mkdocs.yml").write_text(
            CONFIG.format(site="https://small.example/", isso=isso.url.rstrip("/"))
        )
        with serving(folder, port) as preview:
            page.goto(preview.url + "articles/pack-the-night-before/")
            page.get_by_role("button", name=SHOW).click()
            command = f"byline comments serve --site {preview.url}"
            expect(page.locator("byline-comments")).to_contain_text(command, timeout=20_000)


def test_a_preview_without_a_server_says_how_to_start_one(copy_site, page):
    folder, port = copy_site("small"), free_port()
    nobody = f"http://127.0.0.1:{free_port()}"
    config = CONFIG.replace("server: '{isso}', preview_server", "preview_server")
    (folder / "mkdocs.yml").write_text(config.format(site="https://small.example/", isso=nobody))
    with serving(folder, port) as preview:
        page.goto(preview.url + "articles/pack-the-night-before/")
        page.get_by_role("button", name=SHOW).click()
        expect(page.locator("byline-comments")).to_contain_text("byline comments serve")
