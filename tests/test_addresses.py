"""Slugs, page addresses and safe links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.addresses import LONGEST_SLUG, is_path, is_safe_link, is_slug, page_url, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Twenty minutes of homework", "twenty-minutes-of-homework"),
        ("Déjà vu, über alles", "deja-vu-uber-alles"),
        ("It’s the customer's call", "its-the-customers-call"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Q&A", "q-and-a"),
        ("東京の話", "東京の話"),
        ("한국어 글", "한국어-글"),
        ("!!!", ""),
        ("🎉🎉", ""),
    ],
)
def test_a_title_becomes_a_readable_slug(title, slug):
    assert slugify(title) == slug


@given(st.text(max_size=300))
def test_any_text_becomes_a_slug_that_can_stand_in_an_address_or_none(text):
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert len(slug) <= LONGEST_SLUG
    assert slugify(slug) == slug


@pytest.mark.parametrize("slug", ["a", "a-b", "v1.2", "über", "a_b"])
def test_plain_words_are_slugs(slug):
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["", "..", "a/b", "../x", "a b", "-a", "a?", "a#b", "%2e%2e", "a\\b", "a\n"])
def test_what_could_lead_elsewhere_is_no_slug(slug):
    assert not is_slug(slug)


def test_a_listing_may_stand_in_a_folder_but_not_outside_the_site():
    assert is_path("en/articles")
    assert not is_path("../articles")
    assert not is_path("")


@pytest.mark.parametrize(
    "link", ["https://a.example/?b=1", "mailto:a@b.example", "picture.png", "/about/", "#top", "a/b.md"]
)
def test_ordinary_links_are_safe(link):
    assert is_safe_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "file:///etc/passwd",
    ],
)
def test_links_that_run_or_reach_elsewhere_are_refused(link):
    assert not is_safe_link(link)


def test_addresses_are_percent_encoded():
    assert page_url("tags/東京") == "tags/%E6%9D%B1%E4%BA%AC/"
    assert page_url("articles", directory_urls=False) == "articles/index.html"
