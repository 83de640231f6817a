"""RSS: the rules of the specification and of the W3C's validator, on feeds read again by real parsers."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from byline.feeds import Feed, Person, rss
from byline.feeds.content import feed_content
from feeds.samples import ARCHIVE, AWFUL, DAY, EVERY, FULL, LATER, LONG, SHOWN, SITE, entry, feed

GOLDEN = Path(__file__).parent.parent / "golden"
HERE = f"{SITE}feed.xml"
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}


def read(one: Feed, **options: str) -> etree._Element:
    return etree.fromstring(rss(one, address=HERE, **options).encode())


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=NAMES)


every_feed = pytest.mark.parametrize("one", EVERY.values(), ids=EVERY)


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


@every_feed
def test_the_channel_has_one_link_of_its_own_a_title_and_a_description(one):
    channel = read(one).find("channel")
    for name in ("title", "link", "description", "language"):
        assert len(channel.findall(name)) == 1
        assert channel.findtext(name).strip()
    assert channel.findtext("link") == SITE


@every_feed
def test_the_channel_names_its_own_address_once(one):
    assert found(read(one), "channel/atom:link[@rel='self']/@href") == [HERE]


@every_feed
def test_no_element_stands_twice_where_it_may_stand_once(one):
    for parent in (read(one).find("channel"), *read(one).iter("item")):
        names = [element.tag for element in parent if "{" not in element.tag]
        once = [name for name in names if name not in ("item", "category")]
        assert len(once) == len(set(once))


@every_feed
def test_no_address_is_relative(one):
    root = read(one)
    for address in found(root, "//@href | //@url | //link/text() | //comments/text() | //wfw:*/text()"):
        assert urlsplit(address).scheme in ("http", "https")
        assert urlsplit(address).netloc


@every_feed
def test_dates_are_those_of_rfc_822_and_need_no_clock(one):
    for date in found(read(one), "//pubDate | //lastBuildDate"):
        assert parsedate_to_datetime(date.text).isoformat() in (DAY.isoformat(), LATER.isoformat())
        assert date.text[-5:] in ("+0000", "+0200")


@every_feed
def test_every_item_has_a_title_a_link_and_one_permanent_id(one):
    ids = []
    for item in read(one).iter("item"):
        assert item.findtext("title").strip()
        assert item.findtext("link").startswith(SITE)
        [guid] = item.findall("guid")
        assert guid.get("isPermaLink") == "false"
        ids.append(guid.text)
    assert len(ids) == len(set(ids)) == len(one.entries)


@every_feed
def test_no_author_stands_without_an_email_address(one):
    root = read(one)
    assert not found(root, "//author | //managingEditor | //webMaster")
    assert all(name.text.strip() for name in found(root, "//dc:creator"))


@every_feed
def test_an_enclosure_has_an_address_a_type_and_a_length(one):
    for enclosure in found(read(one), "//enclosure"):
        assert enclosure.get("url").startswith("http")
        assert int(enclosure.get("length")) > 0
        assert "/" in enclosure.get("type")


@every_feed
def test_text_is_in_content_and_never_in_the_description(one):
    for item, source in zip(read(one).iter("item"), one.entries, strict=True):
        assert "<p>" not in (item.findtext("description") or "")
        assert bool(found(item, "string(content:encoded)")) == bool(source.content)


@every_feed
def test_the_same_feed_gives_the_same_text(one):
    assert rss(one, address=HERE) == rss(one, address=HERE)


def test_all_that_an_entry_can_hold_is_there():
    item = next(read(FULL).iter("item"))
    assert found(item, "atom:updated/text()") == ["2026-02-01T12:00:00+02:00"]
    assert found(item, "dc:creator/text()") == ["Ada Quill", "שרה כהן"]
    assert found(item, "category/text()") == ["R&D", "C++"]
    assert found(item, "media:thumbnail/@url") == [f"{SITE}cover.png"]
    assert found(item, "enclosure/@url") == [f"{SITE}talk.mp3"]
    assert found(item, "media:content/@url") == [f"{SITE}cover.png", f"{SITE}notes.pdf"]
    assert found(item, "comments/text()") == [f"{SITE}t/#comments"]
    assert found(item, "slash:comments/text()") == ["3"]
    assert found(item, "wfw:commentRss/text()") == [f"{SITE}t/comments.xml"]
    assert found(item, "itunes:duration/text()") == ["1:02:03"]


def test_all_that_a_channel_can_say_is_there():
    channel = read(FULL).find("channel")
    assert channel.findtext("ttl") == "60"
    assert channel.findtext("image/url") == f"{SITE}logo.png"
    assert channel.findtext("image/title") == channel.findtext("title")
    assert channel.findtext("image/link") == channel.findtext("link")
    assert found(channel, "atom:link[@rel='hub']/@href") == ["https://hub.example/"]
    assert found(channel, "atom:link[@rel='prev-archive']/@href") == [f"{SITE}feed-archive-2.xml"]
    assert found(channel, "itunes:owner/itunes:email/text()") == ["ada@a.example"]
    assert found(channel, "itunes:category/itunes:category/@text") == ["Careers"]


def test_an_archive_says_so_and_leads_to_its_neighbours():
    channel = read(ARCHIVE).find("channel")
    assert len(found(channel, "fh:archive")) == 1
    links = {link.get("rel"): link.get("href") for link in found(channel, "atom:link")}
    assert links == {
        "self": HERE,
        "current": HERE,
        "prev-archive": f"{SITE}feed-archive-1.xml",
        "next-archive": f"{SITE}feed-archive-3.xml",
    }


def test_what_should_never_be_in_a_feed_is_made_fit_for_it():
    item = next(read(AWFUL).iter("item"))
    assert item.findtext("title").startswith(SHOWN)
    assert found(item, "string(content:encoded)").startswith("<p> R&D <x> ]]>")
    parsed = feedparser.parse(rss(AWFUL, address=HERE))
    assert not parsed.bozo
    assert [item.title for item in parsed.entries][1] == f"{SITE}t/"


def test_a_summary_is_text_though_descriptions_are_html():
    item = next(read(feed(entry(summary="Use <b> & <i>"))).iter("item"))
    assert item.findtext("description") == "Use &lt;b&gt; &amp; &lt;i&gt;"


def test_a_long_article_arrives_whole():
    item = next(read(LONG).iter("item"))
    assert found(item, "string(content:encoded)") == LONG.entries[0].content


def test_titles_and_names_are_escaped():
    one = feed(entry("R&D <x> ]]>", authors=(Person("A & B"),), categories=("C<d>",)))
    item = feedparser.parse(rss(one, address=HERE)).entries[0]
    assert item.title == "R&D <x> ]]>"
    assert item.tags[0].term == "C<d>"
    assert item.author == "A & B"


@given(title=st.text(), content=st.text(), summary=st.text(), name=st.text())
def test_any_text_makes_a_well_formed_feed(title, content, summary, name):
    text = feed_content(content, SITE)
    read(feed(entry(title, text, summary=summary, authors=(Person(name),), categories=(name,))))


def test_a_feed_without_entries_knows_no_clock():
    assert "lastBuildDate" not in rss(feed(), address=HERE)


def test_a_stylesheet_is_named_before_the_feed():
    text = rss(FULL, address=HERE, style="/feed.css?a&b")
    assert text.splitlines()[1] == '<?xml-stylesheet type="text/css" href="/feed.css?a&amp;b"?>'
    etree.fromstring(text.encode())


def test_dates_keep_their_zone():
    assert LATER.utcoffset() == timedelta(hours=2)
    item = next(read(feed(entry(published=LATER))).iter("item"))
    assert item.findtext("pubDate") == "Sun, 01 Feb 2026 12:00:00 +0200"
