"""The preview in a browser: a save shows by itself, and the reader stays where they were."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from serving import free_port, serving

LONG = "\n".join(f"\nParagraph {number}, {'and so on ' * 30}\n" for number in range(60))


@pytest.fixture(scope="module")
def preview(copy_site, browser):
    folder = copy_site("showcase")
    post = sorted((folder / "posts").glob("*.md"))[0]
    post.write_text(post.read_text() + "\n## The end\n" + LONG)
    with serving(folder, free_port()) as running:
        yield running, post


def title_of(post: Path) -> str:
    line = next(line for line in post.read_text().splitlines() if line.startswith("title:"))
    return line.removeprefix("title:").strip()


def open_by_instant_navigation(page: Page, preview) -> int:
    """Open the long article from the list of articles, and scroll to its middle; return the place."""
    running, post = preview
    page.goto(running.url + "articles/")
    page.get_by_role("link", name=title_of(post)).first.click()
    expect(page.get_by_text("Paragraph 59,")).to_be_attached()
    page.evaluate("document.fonts.ready")
    page.evaluate("window.scrollTo(0, 3000)")
    page.wait_for_timeout(300)
    return page.evaluate("window.scrollY")


def test_a_save_shows_by_itself_and_the_page_stays_where_it_was(page, preview):
    _, post = preview
    place = open_by_instant_navigation(page, preview)
    for number in range(3):
        post.write_text(post.read_text() + f"\nFreshly saved {number}.\n")
        expect(page.get_by_text(f"Freshly saved {number}.")).to_be_attached()
        page.wait_for_timeout(600)
        assert abs(page.evaluate("window.scrollY") - place) <= 2
    page.goto(page.url + "#the-end")
    page.wait_for_timeout(300)
    page.evaluate("window.scrollTo(0, 2000)")
    page.wait_for_timeout(300)
    post.write_text(post.read_text() + "\nSaved below an anchor.\n")
    expect(page.get_by_text("Saved below an anchor.")).to_be_attached()
    page.wait_for_timeout(600)
    assert abs(page.evaluate("window.scrollY") - 2000) <= 2


def test_problems_stand_in_sight_until_they_are_mended(page, preview):
    _, post = preview
    place = open_by_instant_navigation(page, preview)
    good = post.read_text()
    post.write_text(good + "\n" + "[" * 600 + "\n")
    notice = page.get_by_role("status").filter(has_text="The last save is not shown")
    expect(notice).to_be_in_viewport()
    expect(notice).to_contain_text(f"posts/{post.name}:")
    expect(notice).to_have_css("position", "fixed")
    assert notice.bounding_box()["y"] == 0
    assert abs(page.evaluate("window.scrollY") - place) <= 2
    post.write_text(good + "\nMended.\n")
    expect(page.get_by_text("Mended.")).to_be_attached()
    expect(notice).to_have_count(0)


def test_pages_that_show_an_article_are_loaded_again_too(page, preview):
    running, post = preview
    page.goto(running.url + "articles/")
    facts = page.locator(".byline-entry").filter(has_text=title_of(post)).locator(".byline-facts")
    before = facts.inner_text()
    post.write_text(post.read_text() + LONG)
    expect(facts).not_to_have_text(before)
    expect(facts).to_contain_text("min read")
