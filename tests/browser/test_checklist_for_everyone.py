"""The checklist for those who do not look, click or read as most do."""

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "articles/calls/",
    "articles/packing/",
    "articles/calls/checklist/",
    "checklists/",
    "checklists/mine/",
)
PAGES += ("categories/work/checklist/",)
LINK = "#ticks=de06adc231"


@pytest.fixture
def begun(page: Page) -> Page:
    """A reader who has ticked something and opens all there is to open."""
    ticks = '{"version":1,"ticks":["de06adc231"]}'
    page.add_init_script(
        f"localStorage.getItem('byline:checklist:calls') ?? "
        f"localStorage.setItem('byline:checklist:calls', '{ticks}')"
    )
    return page


def visit(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('byline-checklist details').forEach((one) => (one.open = true))")


def widest(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_checklist_is_wider_than_a_small_phone(serve, begun: Page, path, direction):
    begun.set_viewport_size({"width": 320, "height": 640})
    visit(begun, serve("checklists").url + path + LINK)
    begun.evaluate("(to) => { document.documentElement.dir = document.body.dir = to }", direction)
    assert widest(begun) <= 320


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_lost_at_twice_the_size(serve, begun: Page, path):
    begun.set_viewport_size({"width": 640, "height": 512})
    visit(begun, serve("checklists").url + path + LINK)
    begun.evaluate("document.documentElement.style.fontSize = '250%'")
    assert widest(begun) <= 640


def test_boxes_stand_at_the_right_from_right_to_left(serve, begun: Page):
    visit(begun, serve("checklists").url + "articles/calls/")
    begun.evaluate("document.body.dir = 'rtl'")
    for row in begun.locator(".byline-checklist__label").all():
        box, text = (row.locator(name).bounding_box() for name in ("input", "span"))
        assert box["x"] > text["x"]


def test_boxes_are_large_and_their_targets_larger(serve, begun: Page):
    visit(begun, serve("checklists").url + "articles/calls/")
    for row in begun.locator(".byline-checklist__label").all():
        assert row.bounding_box()["height"] >= 44
        box = row.locator("input").bounding_box()
        assert (box["width"], box["height"]) == (24, 24)


def test_all_can_be_done_with_the_keyboard_and_the_focus_is_never_lost(serve, page: Page):
    page.goto(serve("checklists").url + "articles/calls/checklist/")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Put the ticket")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label("Put the ticket")).to_be_checked()
    page.keyboard.press("Shift+Tab")
    again = page.locator(".byline-checklist__reset")
    expect(again).to_be_focused()
    page.keyboard.press("Enter")
    expect(again).to_be_focused()
    expect(again).to_have_text("Undo")
    page.keyboard.press("Enter")
    expect(again).to_be_focused()
    expect(page.get_by_label("Put the ticket")).to_be_checked()


def test_a_button_that_goes_hands_its_focus_to_the_progress(serve, page: Page):
    page.goto(serve("checklists").url + "articles/calls/")
    page.get_by_label("Put the ticket").check()
    page.locator(".byline-checklist__reset").focus()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Put the ticket").uncheck()
    expect(page.locator(".byline-checklist__state .byline-checklist__progress")).to_be_focused()


def test_progress_is_announced_politely_and_only_when_it_changes(serve, page: Page):
    page.goto(serve("checklists").url + "articles/calls/")
    progress = page.locator(".byline-checklist__state .byline-checklist__progress")
    expect(progress).to_have_attribute("aria-live", "polite")
    page.evaluate("""() => { window.said = 0; new MutationObserver(() => window.said++).observe(
        document.querySelector('.byline-checklist__state p'), { childList: true, characterData: true }) }""")
    page.get_by_label("Put the ticket").check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    expect(progress).to_have_text("1 of 7 done")
    assert page.evaluate("window.said") == 1


def test_progress_can_be_seen_in_forced_colours(serve, begun: Page):
    begun.emulate_media(forced_colors="active")
    visit(begun, serve("checklists").url + "articles/calls/checklist/")
    colours = """() => [".byline-checklist__bar span", ".byline-checklist__bar"].map(
        (name) => getComputedStyle(document.querySelector(name)).backgroundColor)"""
    done, bar = begun.evaluate(colours)
    assert done != bar


@pytest.mark.parametrize("path", ["articles/calls/", "articles/calls/checklist/"])
def test_nothing_of_the_checklist_moves_where_motion_is_unwelcome(serve, begun: Page, path):
    begun.emulate_media(reduced_motion="reduce")
    visit(begun, serve("checklists").url + path)
    moving = """() => [...document.querySelectorAll("byline-checklist *")].filter(
        (one) => getComputedStyle(one).transitionDuration !== "0s").map((one) => one.className)"""
    assert begun.evaluate(moving) == []
