"""Documents put together of pieces are the ones that their writers write."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.adapter import feed_pieces
from byline.adapter.checklist_views import ChecklistViews
from byline.adapter.feed_pieces import Pieces
from byline.articles import Article, RenderedArticle
from byline.cache import Cache, open_cache
from byline.feeds import (
    FORMATS,
    LARGEST,
    Channel,
    Discussion,
    Enclosure,
    Entry,
    Feed,
    Pages,
    Person,
    Picture,
    Show,
    documents,
    put_together,
    shortened,
    write_pieces,
)
from byline.feeds.characters import xml_html
from byline.feeds.entries import in_zone
from byline.settings import Feeds, Settings
from byline.site import Placement, assemble
from growth import calls

DAY = datetime(2026, 1, 5, tzinfo=UTC)
words = st.text(max_size=12) | st.sampled_from(
    [
        "<item>",
        "</item>",
        "</entry>\n  <entry>",
        '"items": [',
        "  {\n",
        "\n  },\n  {",
        "]]>",
        "R&D",
        "\r\n",
        "\\u0000",
    ]
)
links = st.sampled_from(["https://a.example/", "https://a.example/?a=1&b=2"])
entries = st.builds(
    Entry,
    id=st.uuids().map(str) | words.map("tag:a.example,2026-01-05:{}".format),
    url=links,
    title=words.map("T{}".format),
    summary=words | st.just("Ann's “R&D” <x>, 100 %s"),
    content=words.map(xml_html),
    published=st.just(DAY),
    updated=st.integers(0, 9).map(lambda days: DAY + timedelta(days)),
    authors=st.lists(st.builds(Person, words.map("P{}".format), links, links), max_size=2).map(tuple),
    categories=st.lists(words.map("C{}".format), max_size=2).map(tuple),
    picture=st.none() | st.builds(Picture, links, st.sampled_from(["", "image/png"])),
    enclosures=st.lists(
        st.builds(Enclosure, links, st.just("audio/mpeg"), st.just(9), st.sampled_from(["", "1:02"])),
        max_size=2,
    ).map(tuple),
    discussion=st.none() | st.builds(Discussion, links, st.none() | st.just(3), st.just("") | links),
)
feeds = st.builds(
    Feed,
    id=links,
    url=links,
    title=words.map("F{}".format),
    description=words,
    language=st.just("en"),
    entries=st.lists(entries, max_size=4).map(tuple),
    hub=st.just("") | links,
    ttl=st.sampled_from([0, 60]),
    picture=st.none() | st.builds(Picture, links),
    show=st.none() | st.builds(Show, words.map("A{}".format), st.just("a@b.example"), words),
    pages=st.builds(Pages, st.booleans(), links, st.just("") | links, st.just("") | links),
)


@pytest.mark.parametrize("name", [name for name, _, _ in FORMATS])
@settings(max_examples=40)
@given(feed=feeds)
def test_a_document_of_pieces_is_the_one_that_its_writer_writes(name, feed):
    write = {file: write for file, _, write in FORMATS}[name]
    whole = write(feed, address="https://a.example/x", style="/s.css")
    pieces = write_pieces(feed.entries, [entry.content for entry in feed.entries])
    bare = replace(feed, entries=tuple(replace(entry, content="") for entry in feed.entries))
    assert put_together(bare, pieces, name, address="https://a.example/x", style="/s.css") == whole.encode()


@given(entries)
def test_a_piece_weighs_at_least_what_it_takes_in_any_format(entry):
    piece = write_pieces([entry], [entry.content])[0]
    for name, _, write in FORMATS:
        bare = Feed("i", "https://a.example/", "T", "", "en", (replace(entry, content=""),))
        with_text = put_together(bare, [piece], name, address="x:y")
        empty = write(bare, address="x:y")
        assert len(with_text) - len(empty.encode()) <= piece.weight


def test_writers_are_asked_once_for_entries_of_the_same_parts():
    def writing(count: int) -> int:
        made = [
            Entry(f"tag:a.example,2026-01-05:{n}", f"https://a.example/{n}/", f"T{n}", "S", "", DAY, DAY)
            for n in range(count)
        ]
        return calls(lambda: write_pieces(made, ["<p>x</p>"] * count))

    writing(1)
    assert writing(40) - writing(20) < 20 * 120


def test_a_text_too_long_gives_its_summary_and_a_link():
    entry = Entry("i", "https://a.example/?a&b", "R&D <x>", "Less & <less>.", "", DAY, DAY)
    link = '<p><a href="https://a.example/?a&amp;b">R&amp;D &lt;x&gt;</a></p>'
    assert shortened(entry) == f"<p>Less &amp; &lt;less&gt;.</p>\n{link}"
    assert shortened(replace(entry, summary="")) == link


def test_dates_stand_in_the_sites_zone():
    zone = ZoneInfo("Europe/Berlin")
    assert in_zone(datetime(2026, 7, 1, 12, tzinfo=UTC), zone).isoformat() == "2026-07-01T14:00:00+02:00"


def test_a_date_from_before_whole_minutes_stands_in_utc():
    berlin = datetime(1880, 1, 1, tzinfo=ZoneInfo("Europe/Berlin"))
    assert in_zone(berlin, ZoneInfo("Europe/Berlin")).isoformat() == "1879-12-31T23:06:32+00:00"


def site_of(count: int, archives: str) -> tuple[Settings, Channel]:
    found = tuple(
        Article(Path(f"{number}.md"), f"{number}.md", "T", str(number), "", "", date=DAY)
        for number in reversed(range(count))
    )
    return Settings(feed_length=3, feeds=Feeds(archives=archives)), Channel("", "u", "T", "", found)


@pytest.mark.parametrize(
    ("archives", "group", "numbers"),
    [("site", "", [0, 1, 2]), ("site", "Tags", [0]), ("all", "Tags", [0, 1, 2]), ("none", "", [0])],
)
def test_the_option_archives_says_which_feeds_have_them(archives, group, numbers):
    options, channel = site_of(8, archives)
    found = list(documents(replace(channel, group=group), options, lambda article: 1))
    assert [document.number for document in found] == numbers


def test_large_entries_move_to_the_archives_earlier():
    options, channel = site_of(4, "site")
    found = list(documents(channel, options, lambda article: LARGEST - 1))
    assert [[article.slug for article in document.articles] for document in found] == [
        ["3"],
        ["0"],
        ["1"],
        ["2"],
    ]


def test_an_entry_too_large_for_any_document_links_to_its_article():
    """Its document stays below what the W3C's validator takes."""
    settings, _ = site_of(0, "site")
    article = Article(Path("a.md"), "a.md", "Long", "long", "", "", date=DAY)
    site = assemble(settings, [article], {}, Placement("https://a.example/", DAY))
    rendered = {"a.md": RenderedArticle(article, f"<p>{'words ' * 900_000}</p>", "", "Short.", 1)}
    build = SimpleNamespace(
        site=site, rendered=rendered, checklists=ChecklistViews(), cache=Cache(), feed_box=lambda path: None
    )
    (written,) = Pieces(build).of([article])
    link = '<p><a href="https://a.example/articles/long/">Long</a></p>'
    assert written.piece.content == f"<p>Short.</p>\n{link}"


def pieces_of(count, cache):
    """Return the articles of a site, and the entries of a build of it."""
    settings, _ = site_of(0, "site")
    articles = [Article(Path(f"{n}.md"), f"{n}.md", "T", str(n), "", "", date=DAY) for n in range(count)]
    site = assemble(settings, articles, {}, Placement("https://a.example/", DAY))
    rendered = {one.path: RenderedArticle(one, f"<p>{one.slug}</p>", "", "", 1) for one in articles}
    build = SimpleNamespace(
        site=site, rendered=rendered, checklists=ChecklistViews(), cache=cache, feed_box=lambda path: None
    )
    return articles, Pieces(build)


def test_entries_left_to_the_cache_are_those_that_were_made(tmp_path, monkeypatch):
    def written(cache):
        articles, pieces = pieces_of(9, cache)
        pieces.prepare(articles)
        return pieces.of(articles), pieces.of(articles[:4]), pieces.of(articles)

    everything = written(Cache())
    monkeypatch.setattr(feed_pieces, "AT_HAND", 2)
    assert written(open_cache(tmp_path)) == everything


def test_the_entries_asked_for_last_stay_at_hand(tmp_path, monkeypatch):
    """A forked process has no other ones: it would make them anew."""
    monkeypatch.setattr(feed_pieces, "AT_HAND", 3)
    cache = open_cache(tmp_path)
    articles, pieces = pieces_of(6, cache)
    pieces.prepare(articles)
    for number in (0, 1, 2, 0, 4, 5):
        pieces.of([articles[number]])
    cache.close()
    monkeypatch.setattr(feed_pieces, "feed_content", None)
    assert len(pieces.of([articles[number] for number in (4, 0, 5)])) == 3
    with pytest.raises(TypeError):
        pieces.of([articles[1]])
