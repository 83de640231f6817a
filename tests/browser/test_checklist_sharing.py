"""Ticks that come with a link: shown or taken over once the reader says so, never before."""

import pytest
from playwright.sync_api import Page, expect

PROGRESS = ".byline-checklist__state .byline-checklist__progress"
BAR = ".byline-checklist__shared"
KEY = "byline:checklist:letters"


@pytest.fixture
def address(serve) -> str:
    return serve("checklists").url + "articles/letters/checklist/"


@pytest.fixture
def shared(browser, address) -> str:
    """The end of a link that another reader copied, with the first and the last item ticked."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    page.locator(".byline-checklist__box").first.check()
    page.locator(".byline-checklist__box").last.check()
    page.get_by_text("Take it along").click()
    page.get_by_role("button", name="Copy a link with my ticks").click()
    expect(page.locator(".byline-checklist__note")).to_have_text("Copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert link.startswith("https://lists.example/articles/letters/checklist/#ticks=")
    return "#" + link.partition("#")[2]


def stored(page: Page) -> object:
    return page.evaluate(f"localStorage.getItem('{KEY}')")


def test_shared_ticks_are_offered_and_change_nothing(page: Page, address, shared):
    page.goto(address + shared)
    expect(page.locator(BAR)).to_contain_text("This link carries somebody's ticks.")
    expect(page.locator(PROGRESS)).to_contain_text("to do")
    assert stored(page) is None


def test_shared_ticks_are_looked_at_without_being_kept(page: Page, address, shared):
    page.goto(address)
    page.locator(".byline-checklist__box").nth(1).check()
    mine = stored(page)
    page.goto(address + shared)
    page.get_by_role("button", name="View them").click()
    expect(page.locator(PROGRESS)).to_contain_text("2 of")
    expect(page.locator(BAR)).to_contain_text("You are looking at somebody's ticks.")
    expect(page.locator(".byline-checklist__box").first).to_be_checked()
    expect(page.locator(".byline-checklist__box").first).to_be_disabled()
    assert stored(page) == mine
    page.get_by_role("button", name="Back to mine").click()
    expect(page.locator(PROGRESS)).to_contain_text("1 of")
    expect(page.locator(".byline-checklist__box").nth(1)).to_be_checked()
    assert stored(page) == mine


def test_shared_ticks_replace_mine_and_mine_can_come_back(page: Page, address, shared):
    page.goto(address)
    page.locator(".byline-checklist__box").nth(1).check()
    page.goto(address + shared)
    page.get_by_role("button", name="Replace mine").click()
    expect(page.locator(PROGRESS)).to_contain_text("2 of")
    expect(page.locator(BAR)).to_be_hidden()
    assert page.url == address
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(PROGRESS)).to_contain_text("1 of")
    page.reload()
    expect(page.locator(BAR)).to_be_hidden()
    expect(page.locator(".byline-checklist__box").nth(1)).to_be_checked()


def test_shared_ticks_can_be_dismissed_and_the_focus_stays_on_the_list(page: Page, address, shared):
    page.goto(address + shared)
    page.get_by_role("button", name="Dismiss").focus()
    page.keyboard.press("Enter")
    expect(page.locator(BAR)).to_be_hidden()
    expect(page.locator(PROGRESS)).to_be_focused()
    assert stored(page) is None
    assert page.url == address


def test_shared_ticks_are_offered_on_the_article_too_and_when_only_the_fragment_changes(
    page: Page, address, shared
):
    page.goto(address.removesuffix("checklist/"))
    expect(page.locator(BAR)).to_be_hidden()
    page.evaluate("(end) => { location.hash = end }", shared)
    expect(page.locator(BAR)).to_be_visible()
    page.get_by_role("button", name="View them").click()
    expect(page.locator(PROGRESS)).to_contain_text("2 of")


def test_ids_that_are_not_on_the_page_are_left_out(page: Page, address, shared):
    page.goto(f"{address}{shared}.aaaaaaaaaa")
    page.get_by_role("button", name="Replace mine").click()
    assert "aaaaaaaaaa" not in stored(page)


def test_no_ticks_are_a_share_as_well(page: Page, address):
    page.goto(address + "#ticks=")
    expect(page.locator(BAR)).to_be_visible()


HOSTILE = [
    "#ticks=<img src=x onerror=alert(1)>",
    "#ticks=%3Cscript%3Ealert(1)%3C/script%3E",
    "#ticks=0123456789.",
    "#ticks=__proto__",
    "#ticks=aaaaaaaaaa",
    "#ticks=" + ".".join(["0123456789"] * 201),
    "#ticks=" + "a" * 50_000,
    "#ticks",
    "#tip-0123456789",
]


@pytest.mark.parametrize("end", HOSTILE, ids=lambda end: end[:24])
def test_a_fragment_that_is_no_share_of_this_page_is_ignored(page: Page, address, end):
    trouble = []
    page.on("pageerror", lambda error: trouble.append(error.message))
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    page.goto(address + end)
    expect(page.locator(".byline-checklist__bar")).to_be_visible()
    expect(page.locator(BAR)).to_be_hidden()
    assert stored(page) is None
    assert trouble == []
