"""Comments that are closed, without scripts, for screen readers, and under a strict policy."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.stands import GISCUS
from browser.test_axe import MATERIALS

SHOW = re.compile("Show comments|Write a comment, or read newer ones")


@pytest.mark.parametrize(
    ("path", "said", "archived", "email"),
    [
        ("who-signs-the-minutes", 1, 2, 1),
        ("who-files-the-minutes", 1, 2, 0),
        ("who-burns-the-minutes", 0, 0, 0),
        ("who-reads-the-minutes", 0, 2, 1),
    ],
)
def test_closed_comments_say_so_and_archived_ones_stay(
    discussed, page: Page, asked, path, said, archived, email
):
    page.goto(f"{discussed()}articles/{path}/", wait_until="networkidle")
    assert page.get_by_text("Comments are closed.").count() == said
    assert page.locator(".byline-talk__comment").count() == archived
    assert page.get_by_role("link", name="Reply by e-mail").count() == email
    assert page.get_by_role("button", name=SHOW).count() == (2 if path.startswith("who-reads") else 0)
    assert asked == []


def test_without_scripts_links_and_archived_comments_are_there(discussed, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(discussed() + "articles/who-reads-the-minutes/")
    for name in ("Read the discussion on GitHub", "Reply by e-mail"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_text("We read ours aloud")).to_be_visible()
    assert page.get_by_role("button", name=SHOW).count() == 0
    page.goto(discussed() + "articles/")
    expect(page.locator(".byline-entry__comments:visible")).to_have_text(["2 comments"] * 3)
    context.close()


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("articles/", "listed"),
        ("articles/who-reads-the-minutes/", "asked for"),
        ("articles/who-reads-the-minutes/", "shown"),
        ("articles/who-reads-the-minutes/", "out of reach"),
        ("articles/who-signs-the-minutes/", "closed"),
    ],
)
def test_axe_finds_no_violation_of_ours_in_comments(discussed, page: Page, asked, path, state, scheme):
    page.emulate_media(reduced_motion="reduce")
    if state == "out of reach":
        page.route(re.compile("^https://"), lambda route: route.abort())
    page.goto(discussed() + path, wait_until="networkidle")
    page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    if state in ("shown", "out of reach"):
        for button in page.get_by_role("button", name=SHOW).all()[::-1]:
            button.click()
    if state == "shown":
        expect(page.locator(".byline-comments__place:not([aria-busy])")).to_have_count(2)
    elif state == "out of reach":
        expect(page.get_by_role("button", name="Try again")).to_have_count(2)
    found = Axe().run(page, context={"exclude": [*MATERIALS, ["iframe"]]})
    assert found.violations_count == 0, found.generate_report()


STRICT = (
    "default-src 'none'; script-src 'self' https://giscus.app https://remark.example; style-src 'self';"
    " img-src 'self' data:; font-src 'self'; connect-src 'self' https://remark.example;"
    " frame-src https://giscus.app; manifest-src 'self'"
)


def test_nothing_of_ours_needs_what_a_strict_policy_forbids(discussed, page: Page, asked):
    """Material's own inline scripts are refused here too: only what comments add to that counts."""
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if "Security Policy" in message.text else None
    )

    def with_policy(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "Content-Security-Policy": STRICT})

    page.route(re.compile(r"^http://127.*/$"), with_policy)
    quiet = GISCUS.partition("  const style")[0] + "}"
    page.route(
        "https://giscus.app/client.js",
        lambda route: route.fulfill(body=quiet, headers={"Access-Control-Allow-Origin": "*"}),
    )
    page.goto(discussed() + "articles/", wait_until="networkidle")
    expect(page.locator(".byline-entry__comments:visible").nth(1)).to_have_text("7 comments")
    page.goto(discussed() + "articles/who-burns-the-minutes/", wait_until="networkidle")
    materials = set(said)
    said.clear()
    page.goto(discussed() + "articles/who-reads-the-minutes/", wait_until="networkidle")
    for button in page.get_by_role("button", name=SHOW).all()[::-1]:
        button.click()
    expect(page.locator(".byline-comments__place:not([aria-busy])")).to_have_count(2)
    assert {line for line in said if "base_url" not in line} - materials == set()
