"""Replies on Mastodon and Bluesky below an article: all of them, and nothing that runs."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from browser.stands import Stand

CASES = yaml.safe_load(Path(__file__).with_name("posts.yml").read_text(encoding="utf-8"))
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src https:"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_replies_are_read_and_made_safe(page: Page, case):
    stand = Stand(page, case["answers"])
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    stand.open(
        "assets/byline/comments/post.js", case["settings"], headers={"Content-Security-Policy": POLICY}
    )
    assert stand.asked == []
    stand.show()
    stand.rest()
    assert page.locator(".byline-comments__place").inner_html() == case["shown"]
    assert stand.asked == case["asked"]
    assert said == []


@pytest.mark.parametrize(
    "address", ["https://bsky.app/profile/ada.example", "at://did:plc:ada/app.bsky.feed.like/3k", "ada"]
)
def test_what_is_no_address_of_a_post_asks_nobody(page: Page, address):
    stand = Stand(page, {})
    stand.open("assets/byline/comments/post.js", {"kind": "bluesky", "address": address})
    page.get_by_role("button", name="Show comments").click()
    page.get_by_text("Out of reach.").wait_for()
    assert stand.asked == []


def test_a_server_that_refuses_is_said_to_be_out_of_reach(page: Page):
    address = "https://social.example/api/v1/statuses/110/context"
    stand = Stand(page, {address: "no JSON"})
    stand.open(
        "assets/byline/comments/post.js", {"kind": "mastodon", "address": "https://social.example/@ada/110"}
    )
    page.get_by_role("button", name="Show comments").click()
    page.get_by_text("Out of reach.").wait_for()
