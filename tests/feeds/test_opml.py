"""OPML 2.0: the list of a site's feeds."""

from lxml import etree

from byline.feeds import Subscription, opml
from feeds.samples import BAD, SITE

FEEDS = (
    Subscription("All & more", f"{SITE}feed.xml", SITE),
    Subscription("Sales", f"{SITE}categories/sales/feed.xml", f"{SITE}categories/sales/", "Categories"),
    Subscription(BAD, f"{SITE}tags/x/feed.xml", f"{SITE}tags/x/", "Tags"),
    Subscription("Trade", f"{SITE}categories/trade/feed.xml", f"{SITE}categories/trade/", "Categories"),
)


def test_every_feed_is_an_outline_with_its_addresses():
    root = etree.fromstring(opml("A & B", FEEDS).encode())
    assert root.get("version") == "2.0"
    assert root.findtext("head/title") == "A & B"
    outlines = root.findall("body//outline[@type='rss']")
    assert {outline.get("xmlUrl") for outline in outlines} == {entry.address for entry in FEEDS}
    assert all(outline.get("htmlUrl") and outline.get("text") == outline.get("title") for outline in outlines)


def test_groups_hold_their_feeds_in_the_order_of_their_first():
    body = etree.fromstring(opml("T", FEEDS).encode()).find("body")
    assert [outline.get("text") for outline in body][:2] == ["All & more", "Categories"]
    assert [outline.get("text") for outline in body[1]] == ["Sales", "Trade"]


def test_a_site_without_feeds_has_an_empty_body():
    assert etree.fromstring(opml("T", ()).encode()).find("body") is not None
