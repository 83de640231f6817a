"""The checklist in a browser: what it remembers, and how it says so."""

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "articles/calls/"
KEY = "byline:checklist:calls"
PROGRESS = ".byline-checklist__state .byline-checklist__progress"


@pytest.fixture
def article(serve, page: Page) -> Page:
    """An article with three boxes in its own list and four in the box below."""
    page.goto(serve("checklists").url + ARTICLE)
    return page


def test_a_tick_survives_a_reload(article: Page):
    article.get_by_label("Set two alarms").check()
    article.get_by_label("Ask one question").check()
    article.reload()
    expect(article.get_by_label("Set two alarms")).to_be_checked()
    expect(article.get_by_label("Ask one question")).to_be_checked()
    expect(article.get_by_label("Charge the phone")).not_to_be_checked()
    expect(article.locator(PROGRESS)).to_have_text("2 of 7 done")


def test_a_list_in_the_article_and_the_box_below_are_one_checklist(article: Page, serve):
    article.get_by_label("Set two alarms").check()
    expect(article.locator(PROGRESS)).to_have_text("1 of 7 done")
    article.goto(serve("checklists").url + ARTICLE + "checklist/")
    expect(article.get_by_label("Set two alarms")).to_be_checked()
    expect(article.locator(PROGRESS)).to_have_text("1 of 7 done")


def test_the_whole_label_ticks_its_box(article: Page):
    article.get_by_text("Put the ticket into your coat").click()
    expect(article.get_by_label("Put the ticket into your coat")).to_be_checked()


def test_starting_over_can_be_undone(article: Page):
    for box in article.locator(".byline-checklist__box").all():
        box.check()
    expect(article.locator(PROGRESS)).to_contain_text("All 7 done")
    article.get_by_role("button", name="Start over").click()
    expect(article.locator(PROGRESS)).to_have_text("7 to do")
    article.get_by_role("button", name="Undo").click()
    expect(article.locator(PROGRESS)).to_contain_text("All 7 done")


def test_a_tick_after_starting_over_ends_the_way_back(article: Page):
    article.get_by_label("Set two alarms").check()
    article.get_by_role("button", name="Start over").click()
    article.get_by_label("Ask one question").check()
    expect(article.get_by_role("button", name="Undo")).to_have_count(0)
    expect(article.get_by_role("button", name="Start over")).to_be_visible()


def test_starting_over_is_offered_once_something_is_ticked(article: Page):
    again = article.get_by_role("button", name="Start over")
    expect(again).to_be_hidden()
    article.get_by_label("Set two alarms").check()
    expect(again).to_be_visible()
    article.get_by_label("Set two alarms").uncheck()
    expect(again).to_be_hidden()


def test_two_tabs_agree(article: Page):
    other = article.context.new_page()
    other.goto(article.url)
    article.get_by_label("Set two alarms").check()
    article.get_by_label("Name").or_(article.get_by_label("Ask one question")).first.check()
    expect(other.get_by_label("Set two alarms")).to_be_checked()
    expect(other.locator(PROGRESS)).to_have_text("2 of 7 done")


def test_an_item_leads_to_its_sentence_and_the_sentence_back(article: Page):
    item = article.locator(".byline-checklist__item", has_text="While you still know")
    item.get_by_role("link", name="In the article").click()
    expect(article.locator(":target")).to_contain_text("While you still know what was meant")
    article.locator(":target .byline-tip__back").click()
    expect(article.locator(":target")).to_have_id(item.get_attribute("id"))


def test_boxes_and_texts_are_there_without_scripts(serve, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve("checklists").url + ARTICLE)
    box = page.get_by_label("Set two alarms")
    box.check()
    expect(box).to_be_checked()
    page.get_by_text("Why").first.click()
    expect(page.locator("details[open] p").first).to_be_visible()
    page.get_by_text("Take it along").click()
    expect(page.get_by_role("link", name="Open data")).to_be_visible()
    expect(page.locator("byline-checklist").get_by_role("button")).to_have_count(0)
    context.close()


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
FULL = """window.keptSetItem = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };"""
COUNT = """window.said = 0; document.querySelectorAll('.byline-checklist__note').forEach((note) =>
  new MutationObserver(() => window.said++).observe(note, { childList: true, characterData: true }))"""


@pytest.mark.parametrize("hindrance", [BLOCKED, FULL])
def test_storage_that_takes_nothing_breaks_nothing_and_is_said_once(serve, page: Page, hindrance):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.add_init_script(hindrance)
    page.goto(serve("checklists").url + ARTICLE)
    page.evaluate(COUNT)
    page.get_by_label("Set two alarms").check()
    page.get_by_label("Ask one question").check()
    expect(page.locator(PROGRESS)).to_have_text("2 of 7 done")
    expect(page.get_by_text("does not let the page remember")).to_have_count(1)
    assert page.evaluate("window.said") == 1
    assert [error for error in errors if "checklist" in (error.stack or "")] == []


def test_storage_that_has_room_again_keeps_all_ticks(article: Page):
    article.evaluate(f"() => {{ {FULL} }}")
    article.get_by_label("Set two alarms").check()
    expect(article.locator(".byline-checklist__note")).to_contain_text("does not let the page remember")
    article.evaluate("() => { Storage.prototype.setItem = window.keptSetItem }")
    article.get_by_label("Ask one question").check()
    expect(article.locator(".byline-checklist__note")).to_have_text("")
    article.reload()
    expect(article.locator(PROGRESS)).to_have_text("2 of 7 done")


@pytest.mark.parametrize(
    "stored", ['{"version":1,"ticks":{}}', "{", '{"version":1,"ticks":["<img>",7]}', "[]"]
)
def test_tampered_storage_reads_as_no_ticks(article: Page, stored):
    article.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, stored])
    article.reload()
    expect(article.locator(PROGRESS)).to_have_text("7 to do")
    article.get_by_label("Set two alarms").check()
    expect(article.locator(PROGRESS)).to_have_text("1 of 7 done")


def test_a_tick_under_an_old_id_counts_and_is_kept_under_the_new_one(serve, page: Page):
    def reworded(route):
        body = route.fetch().text().replace('value="de06adc231"', 'value="de06adc231" data-was="0123456789"')
        route.fulfill(body=body, content_type="text/html")

    page.route("**/" + ARTICLE, reworded)
    stored = '{"version":1,"ticks":["0123456789"]}'
    page.add_init_script(f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{stored}')")
    page.goto(serve("checklists").url + ARTICLE)
    expect(page.get_by_label("Set two alarms")).to_be_checked()
    page.get_by_label("Charge the phone").check()
    assert page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}')).ticks") == ["c263f0c51f", "de06adc231"]


def test_boxes_that_a_browser_restores_on_its_own_yield_to_the_stored_ticks(article: Page):
    article.get_by_label("Set two alarms").check()
    article.evaluate(
        "document.querySelectorAll('.byline-checklist__box').forEach((box) => (box.checked = true))"
    )
    article.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))")
    expect(article.get_by_label("Set two alarms")).to_be_checked()
    expect(article.get_by_label("Charge the phone")).not_to_be_checked()


def test_the_card_does_not_repeat_the_articles_title(article: Page):
    expect(article.locator("byline-checklist").get_by_role("heading")).to_have_text("Checklist")


def test_boxes_have_no_attribute_that_html_does_not_know(article: Page):
    expect(article.locator(".byline-checklist__box[autocomplete]")).to_have_count(0)


def test_the_progress_stands_above_a_list_in_the_article_too(article: Page):
    above = article.locator(".byline-checklist--inline > .byline-checklist__head")
    expect(above).to_have_text("7 to do")
    article.get_by_label("Set two alarms").check()
    expect(above).to_have_text("1 of 7 done")
