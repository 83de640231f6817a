"""Taking a checklist along: paper, clipboard, files, the device's own sharing."""

import csv
import io
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

LETTERS = "articles/letters/"
CHROME = (
    ".md-header",
    ".md-footer",
    ".byline-article__header",
    ".byline-article__body > p",
    ".byline-author",
)

CLOSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')) }"


@pytest.fixture
def article(serve, page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1 }")
    page.goto(serve("checklists").url + "articles/calls/")
    page.get_by_label("Set two alarms").check()
    page.get_by_text("Take it along").click()
    return page


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("button", "tick"), [("Print", '"✓"'), ("Print without ticks", "none")])
def test_only_the_checklist_is_printed(article: Page, button, tick):
    article.get_by_role("button", name=button, exact=True).click()
    assert article.evaluate("window.printed") == 1
    article.emulate_media(media="print")
    for text in ("Set two alarms", "Ask one question and wait"):
        expect(article.locator(".byline-checklist__text", has_text=text)).to_be_visible()
    for chrome in CHROME:
        expect(article.locator(chrome).first).to_be_hidden()
    expect(article.get_by_text("Phones die.").first).to_be_hidden()
    sign = "(box) => getComputedStyle(box.nextElementSibling, '::before').content"
    assert article.get_by_label("Set two alarms").evaluate(sign) == tick
    assert pages_of(article.pdf()) == 1
    article.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(article.locator(".byline-article__header")).to_be_visible()


@pytest.mark.parametrize("button", ["Print", "Print without ticks", None])
def test_paper_shows_no_item_lighter_than_others(article: Page, button):
    if button:
        article.get_by_role("button", name=button, exact=True).click()
    article.emulate_media(media="print")
    ink = "(texts) => new Set(texts.map((text) => getComputedStyle(text).color)).size"
    assert article.locator(".byline-checklist__text").evaluate_all(ink) == 1


def test_a_box_that_lists_nothing_is_printed_with_its_checklist_only(serve, page: Page):
    page.add_init_script("window.print = () => {}")
    page.goto(serve("checklists").url + "articles/packing/")
    box = page.locator(".byline-checklist--compact")
    page.emulate_media(media="print")
    expect(box).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    expect(box).to_be_visible()
    expect(box.get_by_text("From the article")).to_be_visible()


def test_the_page_of_its_own_prints_on_one_sheet(serve, page: Page):
    page.goto(serve("checklists").url + "articles/calls/checklist/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Set two alarms")).to_be_visible()
    expect(page.get_by_text("Take it along")).to_be_hidden()
    assert pages_of(page.pdf()) == 1


def test_a_list_is_copied_as_markdown_and_as_text(article: Page):
    article.get_by_role("button", name="Copy as Markdown").click()
    expect(article.locator(".byline-checklist__note")).to_have_text("Copied.")
    text = article.evaluate("navigator.clipboard.readText()")
    assert "- [x] Set two alarms, never one." in text
    assert "- [ ] Ask one question and wait for the answer\n  Silence feels long" in text
    article.get_by_role("button", name="Copy as text").click()
    expect(article.locator(".byline-checklist__note")).to_have_text("Copied.")
    text = article.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Never miss a first call again\n\n☐ Put the ticket")
    assert "Ada Quill, https://lists.example/articles/calls/checklist/" in text


def test_where_scripts_have_no_clipboard_a_selection_is_copied_and_the_focus_stays(article: Page):
    article.evaluate(CLOSED)
    button = article.get_by_role("button", name="Copy as text")
    button.click()
    expect(article.locator(".byline-checklist__note")).to_have_text("Copied.")
    expect(button).to_be_focused()
    assert "☑ Set two alarms" in article.evaluate("navigator.clipboard.readText()")


def test_a_browser_that_copies_nothing_says_so(article: Page):
    article.evaluate(CLOSED)
    article.evaluate("() => { document.execCommand = () => false }")
    article.get_by_role("button", name="Copy as text").click()
    expect(article.locator(".byline-checklist__note")).to_contain_text("did not let")


def download(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_calendar_reader_finds_a_to_do_for_each_item(article: Page):
    name, content = download(article, ".ics")
    assert name == "calls.ics"
    todos = Calendar.from_ical(content).walk("VTODO")
    assert len(todos) == 7
    alarms = next(todo for todo in todos if "alarms" in todo["SUMMARY"])
    assert alarms["STATUS"] == "COMPLETED"
    assert alarms["URL"].endswith("#tip-de06adc231")
    assert {todo["STATUS"] for todo in todos if todo is not alarms} == {"NEEDS-ACTION"}
    assert len({todo["UID"] for todo in todos}) == 7
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    again = Calendar.from_ical(download(article, ".ics")[1]).walk("VTODO")
    assert [todo["UID"] for todo in again] == [todo["UID"] for todo in todos]


def test_a_table_reader_finds_a_row_for_each_item(serve, page: Page):
    page.goto(serve("checklists").url + LETTERS + "checklist/")
    page.locator(".byline-checklist__box").first.check()
    page.get_by_text("Take it along").click()
    name, content = download(page, ".csv")
    assert name == "letters.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == page.locator(".byline-checklist__box").count()
    assert [row["done"] for row in rows][:2] == ["x", ""]
    assert {row["list"] for row in rows} == {"Letters that get answers"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_sharing_is_offered_only_where_the_device_has_it(serve, page: Page):
    page.goto(serve("checklists").url + LETTERS)
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.add_init_script("navigator.share = async (what) => { window.given = what.url + ' ' + what.title }")
    page.reload()
    page.get_by_role("button", name="Share").click()
    given = page.evaluate("window.given")
    assert given == "https://lists.example/articles/letters/checklist/ Letters that get answers"


def test_the_line_for_another_site_is_one_frame(article: Page):
    article.get_by_role("button", name="Put it on your own site").click()
    expect(article.locator(".byline-checklist__note")).to_have_text("Copied.")
    line = article.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        r'<iframe src="https://lists\.example/articles/calls/checklist/"[^\n]*></iframe>', line
    )
