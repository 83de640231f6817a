"""A checklist's own page, in a browser: alone, in a frame, on paper; and the pages that gather checklists."""

import functools
import http.server
import mimetypes
import re
import threading
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import QuietHandler

SHEET = "articles/pack-the-night-before/checklist/"
GATHERING = ("checklists/", "checklists/mine/", "categories/travel/checklist/", "authors/ada/checklist/")


@pytest.fixture
def elsewhere(serve, tmp_path):
    """Another site, on another origin, that shows a checklist in a frame."""
    source = serve("small").url + SHEET
    (tmp_path / "index.html").write_text(f'<h1>Elsewhere</h1><iframe src="{source}" title="x" height="600">')
    (tmp_path / "strict.html").write_text(f'<iframe src="{source}" title="x" sandbox="allow-scripts">')
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def at_its_address(built, page: Page):
    """The showcase at the address that it names itself, as instant navigation needs it."""
    out = built("showcase").out

    def answer(route: Route) -> None:
        file = out / unquote(urlsplit(route.request.url).path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            route.fulfill(status=404, body="")
            return
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")

    page.route("https://byline.example/**", answer)
    return page


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [SHEET, *GATHERING])
def test_pages_of_checklists_fit_the_screen_and_ask_nobody_else(serve, page: Page, path, width):
    asked, errors = [], []
    home = serve("small").url
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(home + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith((home, "https://small.example/", "data:"))] == []
    assert errors == []


def test_it_works_in_a_frame_on_another_site(elsewhere, page: Page):
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    frame.get_by_label("Set two alarms").check()
    expect(frame.locator(".byline-checklist__progress").first).to_contain_text("1 of 4 done")
    frame.get_by_role("link", name="Pack the night before").first.click()
    expect(page).to_have_url(re.compile("/articles/pack-the-night-before/$"))


def test_boxes_can_be_ticked_in_a_frame_that_is_allowed_nothing(elsewhere, page: Page):
    page.goto(elsewhere + "strict.html")
    box = page.frame_locator("iframe").get_by_label("Set two alarms")
    box.check()
    expect(box).to_be_checked()


def test_a_short_item_is_as_high_as_a_finger_and_no_higher(serve, page: Page):
    page.goto(serve("small").url + SHEET)
    label = page.locator(".byline-checklist__label", has_text="Set two alarms").bounding_box()
    assert label
    assert 44 <= label["height"] <= 46


def test_the_line_to_embed_it_is_shown_when_asked_for(serve, page: Page):
    page.goto(serve("small").url + SHEET)
    expect(page.locator("textarea")).to_be_hidden()
    page.locator(".byline-sheet__embed summary").click()
    expect(page.locator("textarea")).to_have_value(re.compile("^<iframe src=.*</iframe>$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_readers_colour_scheme(serve, browser, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(serve("small").url + SHEET)
    page.emulate_media(color_scheme=scheme)
    red = page.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/)[0])")
    assert red > 200 if scheme == "light" else red < 60
    context.close()


def test_on_paper_it_is_one_page_with_boxes_and_without_tools(serve, page: Page):
    page.goto(serve("small").url + SHEET)
    page.emulate_media(media="print")
    expect(page.locator(".byline-checklist__box").first).to_be_visible()
    expect(page.locator(".byline-sheet__embed")).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_instant_navigation_leads_to_the_own_page_and_back(at_its_address: Page):
    page = at_its_address
    page.goto("https://byline.example/checklists/", wait_until="networkidle")
    page.locator(".byline-entry__title a").first.click()
    expect(page.locator("body.byline-sheet")).to_be_visible()
    expect(page.locator(".md-header")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", name="Checklists", exact=True)).to_be_visible()


def test_instant_navigation_brings_the_pages_that_gather_checklists(at_its_address: Page):
    page = at_its_address
    page.goto("https://byline.example/", wait_until="networkidle")
    page.evaluate("window.stays = true")
    page.locator(".md-tabs").get_by_role("link", name="Checklists").click()
    expect(page.get_by_role("heading", name="Checklists", exact=True)).to_be_visible()
    assert page.evaluate("window.stays")


def test_a_reader_may_choose_among_the_checklists(serve, page: Page):
    page.goto(serve("showcase").url + "checklists/")
    rows = page.locator("[data-topics]")
    everything = rows.count()
    page.locator("[data-filter=topic]").select_option("selling")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < everything
    assert all("selling" in row.get_attribute("data-topics").split() for row in shown)


def test_in_a_frame_the_way_back_to_the_sentence_leaves_the_frame(elsewhere, page: Page):
    page.goto(elsewhere)
    page.frame_locator("iframe").get_by_role("link", name="In the article").first.click()
    expect(page).to_have_url(re.compile("/articles/pack-the-night-before/#tip-"))


def test_my_playbook_shows_what_this_reader_has_begun(serve, page: Page):
    home = serve("small").url
    page.goto(home + "checklists/mine/")
    expect(page.locator("byline-playbook")).to_contain_text("You have not begun a checklist here yet.")
    page.goto(home + SHEET)
    page.get_by_label("Set two alarms").check()
    page.goto(home + "checklists/")
    expect(page.locator("byline-progress")).to_have_text("1 of 4")
    page.get_by_role("link", name="My playbook").click()
    expect(page.get_by_label("Set two alarms")).to_be_checked()
    expect(page.get_by_role("link", name="Pack the night before")).to_be_visible()
