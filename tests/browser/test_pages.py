"""Pages as readers meet them: nothing from elsewhere unasked, nothing wider than a phone."""

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "",
    "articles/",
    "articles/hostile/",
    "authors/ada/",
    "authors/",
    "categories/c-plus-plus/",
    "tags/",
    "archive/",
)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(serve, page: Page, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(serve("full").url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_anyone_else_or_runs_what_an_author_wrote(serve, page: Page, path):
    home = serve("full").url
    elsewhere, dialogs = [], []
    page.on(
        "request", lambda request: elsewhere.append(request.url) if not request.url.startswith(home) else None
    )
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(home + path, wait_until="networkidle")
    # Material reads the sitemap at the site's own address, which `site_url` names.
    assert [url for url in elsewhere if not url.startswith(("data:", "https://full.example/"))] == []
    assert dialogs == []


def test_comments_are_loaded_once_the_reader_asks(serve, page: Page):
    asked = []
    page.route(
        "https://giscus.app/**", lambda route: (asked.append(route.request.url), route.fulfill(body=""))
    )
    page.goto(serve("full").url + "articles/hostile/", wait_until="networkidle")
    assert asked == []
    page.get_by_role("button", name="Show comments").click()
    script = page.locator("byline-comments script")
    expect(script).to_have_attribute("data-term", "/hostile")
    page.wait_for_load_state("networkidle")
    assert asked == ["https://giscus.app/client.js"]


def test_a_discussion_is_in_reach_without_scripts(serve, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve("full").url + "articles/hostile/")
    expect(page.get_by_role("link", name="Read the discussion on GitHub")).to_be_visible()
    expect(page.get_by_role("link", name="Reply by e-mail")).to_be_visible()
    expect(page.get_by_role("button", name="Show comments")).to_be_hidden()
    context.close()
