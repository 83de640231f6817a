"""Comments on a real site: asked for, loaded by themselves, with a keyboard, back and forth."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.stands import GISCUS, WATCH

OPEN = "articles/who-keeps-the-minutes/"
CONSENT = """extra:
  consent:
    title: Cookies
    description: May we?
    cookies: {%s}
nav:"""
SHOW = "Show comments"
TIMES = 10


BOTH = ["https://giscus.app/client.js", "https://remark.example/web/embed.mjs"]


def scripts(asked: list[str]) -> list[str]:
    return [url for url in asked if "counts" not in url and "widget" not in url]


def test_nobody_else_is_asked_before_the_click(discussed, page: Page, asked):
    page.goto(discussed() + OPEN, wait_until="networkidle")
    page.mouse.wheel(0, 10_000)
    page.wait_for_timeout(200)
    assert asked == []
    page.get_by_role("button", name=SHOW).first.click()
    expect(page.locator("iframe.giscus-frame")).to_have_count(1)
    assert scripts(asked) == BOTH[:1]


def test_the_keyboard_goes_on_in_the_thread_and_screen_readers_hear_of_it(discussed, page: Page, asked):
    page.goto(discussed() + OPEN)
    thread = page.locator("byline-comments").first
    release: list[Callable[[], None]] = []
    page.route(BOTH[0], lambda route: release.append(lambda: route.fulfill(body=GISCUS)))
    thread.get_by_role("button", name=SHOW).press("Enter")
    expect(thread.get_by_role("status")).to_have_text("Loading the comments…")
    place = thread.get_by_role("group", name="Comments")
    expect(place).to_be_focused()
    expect(place).to_have_attribute("aria-busy", "true")
    expect(thread.get_by_role("button", name=SHOW)).to_be_hidden()
    while not release:
        page.wait_for_timeout(20)
    release[0]()
    expect(thread.get_by_role("status")).to_have_text("")
    expect(place).to_be_focused()
    assert place.get_attribute("aria-busy") is None


def test_out_of_reach_the_link_stays_and_the_reader_may_try_again(discussed, page: Page, asked):
    page.goto(discussed() + OPEN)
    thread = page.locator("byline-comments").first
    page.route(BOTH[0], lambda route: route.abort())
    thread.get_by_role("button", name=SHOW).click()
    expect(thread.get_by_role("status")).to_have_text("The comments cannot be reached at the moment.")
    expect(thread.get_by_role("link", name="Read the discussion on GitHub")).to_be_visible()
    page.unroute(BOTH[0])
    thread.get_by_role("button", name="Try again").click()
    expect(page.locator("iframe.giscus-frame")).to_have_count(1)
    expect(thread.get_by_role("status")).to_have_text("")


def test_visible_loads_when_the_thread_comes_into_view(discussed, page: Page, asked):
    visible = discussed(("          repo: quill", "          load: visible\n          repo: quill"))
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(visible + OPEN, wait_until="networkidle")
    assert asked == []
    page.locator("byline-comments").first.scroll_into_view_if_needed()
    expect(page.locator("iframe.giscus-frame")).to_have_count(1)
    assert scripts(asked) == BOTH[:1]
    assert not page.evaluate("document.activeElement.matches('.byline-comments__place')")


EAGER = ("          repo: quill", "          load: eager\n          repo: quill")


def test_eager_loads_with_the_page(discussed, page: Page, asked):
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(discussed(EAGER) + OPEN)
    expect(page.locator("iframe.giscus-frame")).to_have_count(1)


@pytest.mark.parametrize(
    ("cookies", "given", "loads"),
    [
        ("analytics: Numbers", None, False),
        ("analytics: Numbers", "{}", False),
        ("analytics: Numbers", '{"analytics": true}', True),
        ("analytics: Numbers, comments: Comments", '{"analytics": true}', False),
        ("analytics: Numbers, comments: Comments", '{"comments": true}', True),
        ("comments: Comments", "broken", False),
    ],
)
def test_on_a_site_that_asks_for_consent_nothing_loads_by_itself_without_it(
    discussed, page: Page, asked, cookies, given, loads
):
    home = discussed(EAGER, ("nav:", CONSENT % cookies))
    if given is not None:
        page.add_init_script(f"localStorage.setItem('/.__consent', {given!r})")
    for path in ("articles/", OPEN):
        page.goto(home + path, wait_until="networkidle")
        page.wait_for_timeout(300)
    assert ("https://giscus.app/client.js" in asked) is loads
    assert any("counts" in url for url in asked) is loads
    page.evaluate("document.querySelectorAll('[data-md-component=consent]').forEach((one) => one.remove())")
    if not loads:
        page.get_by_role("button", name=SHOW).first.click()
        expect(page.locator("iframe.giscus-frame")).to_have_count(1)


def test_dark_and_light_reach_an_open_thread(discussed, page: Page, asked):
    page.goto(discussed() + OPEN)
    page.get_by_role("button", name=SHOW).last.click()
    expect(page.locator("#remark42 iframe")).to_have_count(1)
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("#remark42")).to_have_attribute("data-told", "dark")
    page.locator("label[for=__palette_0]").click()
    expect(page.locator("#remark42")).to_have_attribute("data-told", "light")


def test_instant_navigation_ten_times_back_and_forth_leaves_one_thread_and_no_listener(
    discussed, page: Page, asked
):
    page.add_init_script(WATCH)
    page.goto(discussed() + OPEN, wait_until="networkidle")
    page.evaluate("window.stayed = true")
    counted = []
    for turn in range(TIMES + 1):
        for button in page.get_by_role("button", name=SHOW).all()[::-1]:
            button.click()
        expect(page.locator("iframe.giscus-frame")).to_have_count(1)
        expect(page.locator("#remark42 iframe")).to_have_count(1)
        counted.append(page.evaluate(LEFT))
        if turn == TIMES:
            break
        if turn % 2:
            page.go_forward()
        else:
            page.locator(".byline-article__header").get_by_role("link", name="Talk").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Talk")
        expect(page.locator("iframe")).to_have_count(0)
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Who keeps the minutes?")
    assert page.evaluate("window.stayed")
    assert counted[-1] == counted[1]


LEFT = """() => [
  window.listening.filter(([type]) => type === "message").length,
  document.querySelectorAll("iframe").length,
  document.querySelectorAll(".byline-comments__place").length,
  document.querySelectorAll("script").length,
  document.head.querySelectorAll("style").length,
]"""
