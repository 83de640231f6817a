"""What hosted providers are asked for and told, against stand-ins; what remains when the reader goes on."""

import json
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from browser.stands import Stand

CASES = yaml.safe_load(Path(__file__).with_name("hosted_providers.yml").read_text(encoding="utf-8"))
TIMES = 10


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request):
    return request.param


@pytest.fixture
def stand(case, page: Page) -> Stand:
    stand = Stand(page, case["answers"])
    stand.open(case["module"], case["settings"])
    return stand


def told(page: Page, values: dict) -> None:
    """Wait until expressions have these values in the page."""
    for expression, value in values.items():
        script = f"JSON.stringify({expression}) === {json.dumps(json.dumps(value, **EXACT))}"
        try:
            page.wait_for_function(script, timeout=3000)
        except Exception:
            assert {expression: page.evaluate(expression)} == {expression: value}


EXACT = {"separators": (",", ":"), "ensure_ascii": False}


def test_nothing_is_asked_before_the_click_and_then_what_the_provider_needs(case, stand: Stand):
    stand.rest()
    assert stand.asked == []
    stand.show()
    stand.rest()
    assert [url.partition("?")[0] for url in stand.asked] == case["asked"]
    told(stand.page, case["shown"])


def test_the_theme_follows_that_of_the_page(case, stand: Stand):
    stand.show()
    stand.rest()
    stand.page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    told(stand.page, case["dark"])


def test_a_reader_who_goes_on_leaves_nothing_behind(case, stand: Stand):
    before = stand.listening
    stand.show()
    stand.rest()
    stand.leave()
    told(stand.page, case.get("gone", {}))
    assert stand.page.locator("iframe, script:not([src^='/assets/'])").count() == 0
    if not case.get("once"):
        assert stand.listening == before


def test_ten_times_back_and_forth_leave_one_thread(case, stand: Stand):
    stand.show()
    stand.rest()
    listening, frames = stand.listening, stand.page.locator("iframe").count()
    for _ in range(TIMES):
        stand.leave()
        stand.come_back()
        stand.show()
    stand.rest()
    assert stand.page.locator(".byline-comments__place").count() == 1
    assert stand.page.locator("iframe").count() == frames
    assert stand.listening == listening
    scripts = [url for url in stand.asked if url.partition("?")[0] == case["asked"][-1]]
    assert len(scripts) == 1 or not case.get("once")


def test_a_reader_who_goes_on_while_it_loads_leaves_nothing_either(case, stand: Stand):
    before = stand.listening
    stand.page.get_by_role("button", name="Show comments").click()
    stand.leave()
    stand.rest()
    assert stand.page.locator("iframe, own-talk, comentario-comments, hyvor-talk-comments").count() == 0
    stand.come_back()
    stand.show()
    told(stand.page, {"document.querySelectorAll('.byline-comments__place').length": 1})
    stand.leave()
    if not case.get("once"):
        assert stand.listening == before


def test_a_provider_out_of_reach_is_said_and_can_be_tried_again(case, page: Page):
    stand = Stand(page, {})
    stand.open(case["module"], case["settings"])
    page.get_by_role("button", name="Show comments").press("Enter")
    page.get_by_text("Out of reach.").wait_for()
    again = page.get_by_role("button", name="Try again")
    assert again.evaluate("(button) => button === document.activeElement")
    assert page.locator(".byline-comments__place").count() == 0
    stand.answers = case["answers"]
    again.press("Enter")
    page.wait_for_selector(".byline-comments__place:not([aria-busy])", state="attached")
    told(page, case["shown"])
    assert page.get_by_text("Out of reach.").count() == 0


def test_a_preview_says_how_to_start_its_isso(page: Page):
    stand = Stand(page, {})
    settings = {"server": "http://127.0.0.1:8080", "id": "/minutes", "title": "Minutes", "preview": True}
    stand.open("assets/byline/comments/isso.js", settings)
    page.get_by_role("button", name="Show comments").click()
    page.get_by_text("Out of reach. Start http://127.0.0.1:8080 with byline comments serve.").wait_for()
