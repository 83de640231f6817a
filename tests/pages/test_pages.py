"""Listings, what to read next, dates and structured data."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from byline.articles import parse_article, render_article
from byline.authors import Author, ProfileLink
from byline.checklists import Checklist
from byline.pages import (
    article_data,
    describe_article,
    describe_checklist,
    describe_site,
    json_ld,
    listings,
    overviews,
)
from byline.settings import Settings
from byline.site import Placement, assemble

NOW = datetime(2026, 6, 1, tzinfo=UTC)
AUTHORS = {"ada": Author("ada", "Ada", slug="ada"), "bo": Author("bo", "Bo", slug="bo")}


def article(number: int, fields: str = ""):
    text = f"---\ntitle: T{number}\ndate: 2026-01-{number:02}\n{fields}\n---\nText."
    return parse_article(text, Path(f"{number}.md"), path=f"{number}.md", zone=ZoneInfo("UTC"))


def site_of(*articles, drafts=False, **options):
    return assemble(Settings(**options), articles, AUTHORS, Placement("https://a.example/", NOW, drafts))


def described(site, language="en"):
    rendered = {article.path: render_article(article, "<p>x</p>") for article in site.articles}
    return describe_site(site, rendered, language=language), rendered


def test_a_listing_is_split_into_pages_that_know_each_other():
    pages = [
        page
        for page in listings(site_of(*map(article, range(1, 6)), pagination_per_page=2))
        if page.kind == "articles"
    ]
    assert [[item.title for item in page.articles] for page in pages] == [["T5", "T4"], ["T3", "T2"], ["T1"]]
    assert [page.path for page in pages] == ["articles", "articles/page/2", "articles/page/3"]
    assert (pages[1].newer, pages[1].older) == ("articles/", "articles/page/3/")
    assert (pages[0].newer, pages[2].older) == ("", "")


def test_pinned_articles_come_first():
    pages = list(listings(site_of(article(1, "pin: true"), article(2), article(3))))
    assert [item.title for item in pages[0].articles] == ["T1", "T3", "T2"]


def test_names_that_differ_in_case_are_one_category_with_a_warning():
    site = site_of(article(1, "categories: [Sales]"), article(2, "categories: [sales]"))
    assert [topic.name for topic in site.categories.values()] == ["Sales"]
    assert "write `Sales`" in str(site.warnings[0])
    view, _ = described(site)
    assert [(link.name, link.count) for link in view.categories] == [("Sales", 2)]
    assert view.entries["2.md"].categories[0].url == view.categories[0].url


def test_overviews_are_there_also_while_they_are_empty():
    assert [page.kind for page in overviews(site_of())] == ["authors", "categories", "tags", "years"]


def test_an_authors_links_stand_in_their_order():
    ada = replace(
        AUTHORS["ada"], url="https://ada.example/", email="a@ada.example", links=(ProfileLink("Talks", "/t"),)
    )
    site = assemble(
        Settings(), [article(1, "authors: [ada]")], {"ada": ada}, Placement("https://a.example/", NOW)
    )
    view, _ = described(site)
    shown = [(link.name, link.url) for link in view.authors["ada"].links]
    assert shown == [
        ("ada.example", "https://ada.example/"),
        ("Talks", "/t"),
        ("E-mail", "mailto:a@ada.example"),
    ]


def test_an_author_without_a_published_article_has_no_page_yet():
    pages = [page.title for page in listings(site_of(article(1, "authors: [ada]"))) if page.kind == "author"]
    assert pages == ["Ada"]


def test_related_articles_share_most_topics():
    site = site_of(
        article(1, "tags: [a, b]"),
        article(2, "tags: [a]"),
        article(3, "tags: [a, b]"),
        article(4, "tags: [c]"),
    )
    view, _ = described(site)
    page = describe_article(site, view, site.articles[-1])
    assert [entry.title for entry in page.related] == ["T3", "T2"]
    assert page.newer.title == "T2"
    assert page.older is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "January 1, 2026"),
        ("de", "1. Januar 2026"),
        ("pt-BR", "1 de janeiro de 2026"),
        ("xx", "January 1, 2026"),
    ],
)
def test_dates_read_in_the_sites_language(language, text):
    view, _ = described(site_of(article(1)), language)
    assert view.entries["1.md"].date.text == text


def test_structured_data_cannot_end_its_script_element():
    site = site_of(article(1, "description: </script><script>alert(1)</script>\nauthors: [ada]"))
    _, rendered = described(site)
    text = json_ld(article_data(site, rendered["1.md"], language="en", publisher="P"))
    assert "<" not in text
    assert ">" not in text
    assert json.loads(text)["description"] == "</script><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("fields", "draft", "scheduled"),
    [
        ("date: 2030-01-01", True, True),
        ("date: 2030-01-01\ndraft: true", True, False),
        ("draft: true", True, False),
        ("date: 2026-01-01", False, False),
    ],
)
def test_a_preview_tells_what_waits_for_its_date_from_drafts(fields, draft, scheduled):
    post = parse_article(
        f"---\ntitle: T\n{fields}\n---\nText.", Path("1.md"), path="1.md", zone=ZoneInfo("UTC")
    )
    view, _ = described(site_of(post, drafts=True))
    assert (view.entries["1.md"].draft, view.entries["1.md"].scheduled) == (draft, scheduled)


def test_the_archive_has_every_article_below_its_year_the_newest_first():
    older = parse_article(
        "---\ntitle: Old\ndate: 2024-05-01\n---\nText.", Path("0.md"), path="0.md", zone=ZoneInfo("UTC")
    )
    view, _ = described(site_of(article(1), older, article(2)))
    archive = [(year.name, [entry.title for entry in entries]) for year, entries in view.archive]
    assert archive == [("2026", ["T2", "T1"]), ("2024", ["Old"])]


def heading_of(checklist: Checklist) -> str:
    site = replace(site_of(article(1)), checklists={article(1).path: checklist})
    return describe_checklist(site, article(1), {}).heading


@pytest.mark.parametrize(("title", "shown"), [("T1", ""), ("", ""), ("Before you leave", "Before you leave")])
def test_a_checklist_bears_a_title_only_where_it_is_not_the_articles(title, shown):
    assert heading_of(Checklist(title=title)) == shown


def test_a_checklist_bears_the_heading_that_its_author_gives_it():
    assert heading_of(Checklist(heading="Before you leave")) == "Before you leave"
