"""The feed, read again by a real parser."""

from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from byline.feeds import Entry, Feed, Person, rss
from byline.feeds.content import feed_content

GOLDEN = Path(__file__).parent.parent / "golden"
DAY = datetime(2026, 1, 5, tzinfo=UTC)


def feed(*entries: Entry) -> Feed:
    return Feed("id", "https://a.example/", "Title & <more>", "About", "en", entries)


def entry(title: str = "T", content: str = "<p>x</p>", **fields) -> Entry:
    return Entry(
        "tag:a.example,2026-01-05:t", "https://a.example/t/", title, "S", content, DAY, DAY, **fields
    )


def test_the_small_sites_feed_is_the_one_we_approved(built):
    assert built("small").page("feed.xml") == (GOLDEN / "small-feed.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["small", "full"])
def test_the_feed_parses_and_holds_the_full_text(built, name):
    parsed = feedparser.parse(built(name).page("feed.xml"))
    assert not parsed.bozo
    assert parsed.version == "rss20"
    assert all(item.content[0].value for item in parsed.entries)


def test_the_feed_holds_the_newest_entries_first_with_permanent_ids(built):
    parsed = feedparser.parse(built("full").page("feed.xml"))
    assert [item.title for item in parsed.entries] == ["Number 5", "Number 4", "Number 3", "Plain"]
    assert parsed.entries[3].id == "tag:full.example,2026-02-01:plain"
    assert parsed.entries[3].published_parsed[:5] == (2026, 1, 31, 23, 0)


def test_every_author_is_named_and_no_address_is_given_away(built):
    text = built("small").page("feed.xml")
    assert "<dc:creator>Ada Quill</dc:creator>" in text
    assert "<author>" not in text


def test_titles_and_names_are_escaped():
    text = rss(
        feed(entry("R&D <x> ]]>", authors=(Person("A & B"),), categories=("C<d>",))),
        address="https://a.example/f",
    )
    item = feedparser.parse(text).entries[0]
    assert item.title == "R&D <x> ]]>"
    assert item.tags[0].term == "C<d>"
    assert item.author == "A & B"


@given(title=st.text(), content=st.text())
def test_any_text_makes_a_well_formed_feed(title, content):
    text = rss(feed(entry(title, feed_content(content, "https://a.example/"))), address="https://a.example/f")
    etree.fromstring(text.encode())


def test_a_feed_without_entries_knows_no_clock():
    assert "lastBuildDate" not in rss(feed(), address="https://a.example/f")
    etree.fromstring(rss(feed(), address="https://a.example/f").encode())


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            '<p><a href="../b/">b</a> <img src="c.png" alt="C"></p>',
            '<p><a href="https://a.example/b/">b</a> <img src="https://a.example/x/c.png" alt="C"></p>',
        ),
        ('<h2 id="h">H<a class="headerlink" href="#h">¶</a></h2>', '<h2 id="h">H</h2>'),
        ("<h1>Title</h1><p>x</p>", "<p>x</p>"),
        ('<p>a<input type="checkbox">b</p>', "<p>ab</p>"),
        ("<script>alert(1)</script><style>p{}</style><p>x</p>", "<p>x</p>"),
        (
            '<iframe src="https://v.example/1" title="A talk"></iframe>',
            '<a href="https://v.example/1">A talk</a>',
        ),
        ('<p onclick="x()">x</p>', "<p>x</p>"),
        ("plain &amp; simple", "plain &amp; simple"),
        ("", ""),
        ("<!-- only a comment -->", ""),
    ],
)
def test_content_is_cleaned_for_feed_readers(html, cleaned):
    assert feed_content(html, "https://a.example/x/") == cleaned
