"""Feeds: what subscribers read."""

from byline.feeds.atom import atom
from byline.feeds.boxes import FeedBox
from byline.feeds.feed import Discussion, Enclosure, Entry, Feed, Pages, Person, Picture, Show
from byline.feeds.json_feed import json_feed
from byline.feeds.opml import Subscription, opml
from byline.feeds.rss import rss
from byline.feeds.site_feed import site_feed

FORMATS = (
    ("feed.xml", "application/rss+xml", rss),
    ("atom.xml", "application/atom+xml", atom),
    ("feed.json", "application/feed+json", json_feed),
)
"""Every format of a feed: its file name below a listing, its media type, the function that writes it."""

__all__ = [
    "FORMATS",
    "Discussion",
    "Enclosure",
    "Entry",
    "Feed",
    "FeedBox",
    "Pages",
    "Person",
    "Picture",
    "Show",
    "Subscription",
    "atom",
    "json_feed",
    "opml",
    "rss",
    "site_feed",
]
