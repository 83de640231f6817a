"""The checklist in a browser."""

from playwright.sync_api import Page, expect

ARTICLE = "articles/pack-the-night-before/"


def test_a_tick_survives_a_reload(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.get_by_label("Set two alarms").check()
    page.reload()
    expect(page.get_by_label("Set two alarms")).to_be_checked()
    expect(page.get_by_label("Charge the phone")).not_to_be_checked()
    expect(page.locator(".byline-checklist__progress")).to_have_text("1 of 4 done")


def test_the_whole_label_ticks_its_box(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.get_by_text("Put the ticket into your coat").last.click()
    expect(page.get_by_label("Put the ticket into your coat")).to_be_checked()


def test_starting_over_can_be_undone(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    for box in page.locator(".byline-checklist__box").all():
        box.check()
    expect(page.locator(".byline-checklist__progress")).to_contain_text("All 4 done")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".byline-checklist__progress")).to_have_text("4 to do")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".byline-checklist__progress")).to_contain_text("All 4 done")


def test_two_tabs_agree(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    other = page.context.new_page()
    other.goto(serve("small").url + ARTICLE)
    page.get_by_label("Set two alarms").check()
    expect(other.get_by_label("Set two alarms")).to_be_checked()


def test_an_item_leads_to_its_sentence(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.locator(".byline-checklist__item").nth(1).get_by_role("link", name="In the article").click()
    expect(page.locator(":target")).to_have_text("Charge the phone where you can hear it.")


def test_boxes_and_texts_are_there_without_scripts(serve, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve("small").url + ARTICLE)
    box = page.get_by_label("Set two alarms")
    box.check()
    expect(box).to_be_checked()
    expect(page.get_by_role("button", name="Start over")).to_be_hidden()
    expect(page.get_by_text("Then the morning has nothing left to forget.")).to_be_visible()
    context.close()


def test_blocked_storage_does_not_break_the_page_and_says_so(serve, page: Page):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
    )
    page.goto(serve("small").url + ARTICLE)
    page.get_by_label("Set two alarms").check()
    expect(page.locator(".byline-checklist__progress")).to_have_text("1 of 4 done")
    expect(page.locator(".byline-checklist__note")).to_contain_text("does not let the page remember")
    assert [error for error in errors if "checklist" in (error.stack or "")] == []


FULL = """() => {
  window.keptSetItem = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };
}"""


def test_full_storage_loses_no_tick_and_says_so_once(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.get_by_label("Set two alarms").check()
    page.evaluate(FULL)
    page.evaluate(
        "window.said = 0; new MutationObserver(() => window.said++).observe("
        "document.querySelector('.byline-checklist__note'), { childList: true, characterData: true })"
    )
    page.get_by_label("Charge the phone").check()
    page.get_by_label("Put the ticket").check()
    expect(page.locator(".byline-checklist__progress")).to_have_text("3 of 4 done")
    expect(page.locator(".byline-checklist__note")).to_contain_text("does not let the page remember")
    assert page.evaluate("window.said") == 1
    page.evaluate("() => { Storage.prototype.setItem = window.keptSetItem }")
    page.get_by_label("Write down").check()
    expect(page.locator(".byline-checklist__note")).to_have_text("")
    page.reload()
    expect(page.locator(".byline-checklist__progress")).to_contain_text("All 4 done")


def test_boxes_that_a_browser_restores_on_its_own_yield_to_the_stored_ticks(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.get_by_label("Set two alarms").check()
    page.evaluate(
        "document.querySelectorAll('.byline-checklist__box').forEach((box) => (box.checked = true))"
    )
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))")
    expect(page.get_by_label("Set two alarms")).to_be_checked()
    expect(page.get_by_label("Charge the phone")).not_to_be_checked()


def test_starting_over_is_offered_once_something_is_ticked(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    again = page.get_by_role("button", name="Start over")
    expect(again).to_be_hidden()
    page.get_by_label("Set two alarms").check()
    expect(again).to_be_visible()
    page.get_by_label("Set two alarms").uncheck()
    expect(again).to_be_hidden()


def test_the_card_does_not_repeat_the_articles_title(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    expect(page.locator("byline-checklist").get_by_role("heading")).to_have_text("Checklist")


def test_boxes_have_no_attribute_that_html_does_not_know(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    expect(page.locator(".byline-checklist__box[autocomplete]")).to_have_count(0)


def test_tampered_storage_reads_as_no_ticks(serve, page: Page):
    page.goto(serve("small").url + ARTICLE)
    page.evaluate(
        "localStorage.setItem('byline:checklist:pack-the-night-before', '{\"version\":1,\"ticks\":{}}')"
    )
    page.reload()
    expect(page.locator(".byline-checklist__progress")).to_have_text("4 to do")
