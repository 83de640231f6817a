"""Numbers of comments in listings: what the page knows, and what the server counts besides."""

import re

from playwright.sync_api import Page, expect


def counts(page: Page) -> list[str]:
    return page.locator(".byline-entry__comments:visible").all_inner_texts()


def test_a_listing_adds_what_the_server_counts_in_one_request_for_ten_minutes(discussed, page: Page, asked):
    page.clock.install()
    with page.expect_request("**/api/v1/counts**") as request:
        page.goto(discussed() + "articles/")
        page.clock.run_for(1000)
    assert request.value.post_data_json == ["/who-keeps-the-minutes", "/who-reads-the-minutes"]
    expect(page.locator(".byline-entry__comments:visible")).to_have_text(
        ["1 comment", "7 comments", "2 comments", "2 comments"]
    )
    before = len(asked)
    page.goto(discussed() + "categories/talk/")
    page.clock.run_for(1000)
    expect(page.locator(".byline-entry__comments:visible").nth(1)).to_have_text("7 comments")
    assert len(asked) == before
    page.clock.fast_forward("11:00")
    with page.expect_request("**/api/v1/counts**"):
        page.goto(discussed() + "articles/")
        page.clock.run_for(1000)


def test_a_listing_shows_what_it_knows_where_the_server_does_not_answer(discussed, page: Page):
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route(re.compile("^https://"), lambda route: route.abort())
    with page.expect_request("**/api/v1/counts**"):
        page.goto(discussed() + "articles/")
    page.wait_for_timeout(200)
    assert counts(page) == ["2 comments", "2 comments", "2 comments"]
    assert said == []
    page.get_by_role("link", name="2 comments").first.click()
    expect(page).to_have_url(re.compile("who-reads-the-minutes/#byline-comments$"))
    expect(page.get_by_text("We read ours aloud")).to_be_visible()


def test_a_site_that_does_not_count_shows_the_archived_comments_and_asks_nobody(discussed, page: Page, asked):
    page.goto(discussed(("counts: true", "counts: false")) + "articles/", wait_until="networkidle")
    page.wait_for_timeout(300)
    assert counts(page) == ["2 comments", "2 comments", "2 comments"]
    assert asked == []
