"""Feeds: what subscribers read."""

from byline.feeds.archives import LARGEST
from byline.feeds.atom import atom
from byline.feeds.boxes import FeedBox
from byline.feeds.channels import Channel, FeedLink, channels, feed_links, subscriptions
from byline.feeds.comments import comment_feed
from byline.feeds.content import feed_content
from byline.feeds.discussions import comments_address, comments_place
from byline.feeds.enclosures import enclosure_of
from byline.feeds.entries import entry_of, people_of
from byline.feeds.feed import Discussion, Enclosure, Entry, Feed, Pages, Person, Picture, Show
from byline.feeds.formats import FORMATS
from byline.feeds.json_feed import json_feed
from byline.feeds.opml import Subscription, opml
from byline.feeds.pieces import Piece, let_go, put_together, shortened, write_pieces
from byline.feeds.publishing import Document, address_of, documents, feed_of, shown_articles
from byline.feeds.rss import rss

__all__ = [
    "FORMATS",
    "LARGEST",
    "Channel",
    "Discussion",
    "Document",
    "Enclosure",
    "Entry",
    "Feed",
    "FeedBox",
    "FeedLink",
    "Pages",
    "Person",
    "Picture",
    "Piece",
    "Show",
    "Subscription",
    "address_of",
    "atom",
    "channels",
    "comment_feed",
    "comments_address",
    "comments_place",
    "documents",
    "enclosure_of",
    "entry_of",
    "feed_content",
    "feed_links",
    "feed_of",
    "json_feed",
    "let_go",
    "opml",
    "people_of",
    "put_together",
    "rss",
    "shortened",
    "shown_articles",
    "subscriptions",
    "write_pieces",
]
