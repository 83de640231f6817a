"""Feeds: what subscribers read."""

from byline.feeds.boxes import FeedBox
from byline.feeds.feed import Entry, Feed, Person
from byline.feeds.rss import rss
from byline.feeds.site_feed import site_feed

FORMATS = (("feed.xml", "application/rss+xml", rss),)
"""Every format of a feed: its file name below a listing, its media type, the function that writes it."""

__all__ = ["FORMATS", "Entry", "Feed", "FeedBox", "Person", "rss", "site_feed"]
