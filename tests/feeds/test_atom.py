"""Atom: what RFC 4287 demands of a feed, on feeds read again."""

import re
from datetime import datetime
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from byline.feeds import Feed, Person, atom
from byline.feeds.content import feed_content
from feeds.samples import ARCHIVE, AWFUL, EVERY, FULL, LONG, SHOWN, SITE, entry, feed

GOLDEN = Path(__file__).parent.parent / "golden"
HERE = f"{SITE}atom.xml"
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "thr": "http://purl.org/syndication/thread/1.0",
}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+')


def read(one: Feed, **options: str) -> etree._Element:
    return etree.fromstring(atom(one, address=HERE, **options).encode())


def found(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=NAMES)


every_feed = pytest.mark.parametrize("one", EVERY.values(), ids=EVERY)


def test_the_small_sites_feed_is_the_one_we_approved(built):
    assert built("small").page("atom.xml") == (GOLDEN / "small-atom.xml").read_text(encoding="utf-8")


def test_a_built_feed_holds_the_same_entries_as_rss(built):
    parsed = feedparser.parse(built("full").page("atom.xml"))
    assert not parsed.bozo
    assert parsed.version == "atom10"
    rss = feedparser.parse(built("full").page("feed.xml"))
    assert [item.id for item in parsed.entries] == [item.id for item in rss.entries]
    assert [item.content[0].value for item in parsed.entries] == [
        item.content[0].value for item in rss.entries
    ]


@every_feed
def test_feed_and_entries_have_one_id_one_title_and_one_date(one):
    root = read(one)
    assert etree.QName(root).namespace == NAMES["a"]
    for element in (root, *found(root, "a:entry")):
        for name in ("id", "title", "updated"):
            assert len(found(element, f"a:{name}")) == 1
            assert found(element, f"string(a:{name})").strip()


@every_feed
def test_ids_are_full_iris_and_no_two_are_the_same(one):
    ids = found(read(one), "//a:id/text()")
    assert all(IRI.fullmatch(text) for text in ids)
    assert len(ids) == len(set(ids)) == len(one.entries) + 1


@every_feed
def test_dates_are_those_of_rfc_3339(one):
    for text in found(read(one), "//a:updated/text() | //a:published/text()"):
        assert RFC_3339.fullmatch(text)
        datetime.fromisoformat(text)


@every_feed
def test_every_entry_has_an_author_or_its_feed_has(one):
    root = read(one)
    assert found(root, "a:author") or all(found(item, "a:author") for item in found(root, "a:entry"))
    assert found(root, "a:entry") or found(root, "a:author")
    assert all(name.text.strip() for name in found(root, "//a:author/a:name"))
    assert not found(root, "//a:author[count(a:name) != 1] | //a:email")


@every_feed
def test_feed_and_entries_have_one_page_and_the_feed_its_own_address(one):
    root = read(one)
    assert found(root, "a:link[@rel='self']/@href") == [HERE]
    for element in (root, *found(root, "a:entry")):
        assert len(found(element, "a:link[not(@rel) or @rel='alternate']")) == 1
    assert all(address.startswith("http") for address in found(root, "//@href | //a:uri/text()"))


@every_feed
def test_texts_are_of_the_types_that_atom_knows(one):
    root = read(one)
    assert not found(root, "//*[@type='CDATA']")
    assert {text.get("type") for text in found(root, "//a:content")} <= {"html"}
    assert {text.get("type") for text in found(root, "//a:title | //a:summary")} <= {None}


@every_feed
def test_the_same_feed_gives_the_same_text(one):
    assert atom(one, address=HERE) == atom(one, address=HERE)


def test_all_that_an_entry_can_hold_is_there():
    item = found(read(FULL), "a:entry")[0]
    assert found(item, "a:author/a:name/text()") == ["Ada Quill", "שרה כהן"]
    assert found(item, "a:author/a:uri/text()") == [f"{SITE}authors/ada/"]
    assert found(item, "a:category/@term") == ["R&D", "C++"]
    assert found(item, "media:thumbnail/@url") == [f"{SITE}cover.png"]
    assert found(item, "a:link[@rel='enclosure']/@length") == ["1234", "99"]
    assert found(item, "a:link[@rel='replies']/@href") == [f"{SITE}t/comments.xml"]
    assert found(item, "thr:total/text()") == ["3"]


def test_an_archive_says_so_and_leads_to_its_neighbours():
    root = read(ARCHIVE)
    assert len(found(root, "fh:archive")) == 1
    links = {link.get("rel"): link.get("href") for link in found(root, "a:link")}
    assert links["current"] == f"{SITE}feed.xml"
    assert links["prev-archive"] == f"{SITE}feed-archive-1.xml"
    assert links["next-archive"] == f"{SITE}feed-archive-3.xml"
    assert found(read(FULL), "a:link[@rel='hub']/@href") == ["https://hub.example/"]


def test_an_id_that_is_no_iri_becomes_part_of_one():
    item = found(read(feed(entry(id="4711"))), "a:entry")[0]
    assert found(item, "a:id/text()") == ["tag:a.example,2026-01-05:4711"]


def test_what_should_never_be_in_a_feed_is_made_fit_for_it():
    root = read(AWFUL)
    assert found(root, "string(a:title)").startswith(SHOWN)
    assert found(root, "string(a:entry/a:content)").startswith("<p> R&D <x> ]]>")
    assert not feedparser.parse(atom(AWFUL, address=HERE)).bozo


def test_a_long_article_arrives_whole():
    assert found(read(LONG), "string(//a:content)") == LONG.entries[0].content


@given(title=st.text(), content=st.text(), summary=st.text(), name=st.text())
def test_any_text_makes_a_well_formed_feed(title, content, summary, name):
    text = feed_content(content, SITE)
    read(feed(entry(title, text, summary=summary, authors=(Person(name),), categories=(name,))))


def test_a_stylesheet_is_named_before_the_feed():
    text = atom(FULL, address=HERE, style="/feed.css")
    assert text.splitlines()[1] == '<?xml-stylesheet type="text/css" href="/feed.css"?>'
