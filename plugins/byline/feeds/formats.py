"""The formats of feeds."""

from byline.feeds.atom import atom
from byline.feeds.json_feed import json_feed
from byline.feeds.rss import rss

FORMATS = (
    ("feed.xml", "application/rss+xml", rss),
    ("atom.xml", "application/atom+xml", atom),
    ("feed.json", "application/feed+json", json_feed),
)
"""Every format of a feed: its file name below a listing, its media type, the function that writes it."""
LABELS = {"feed.xml": "RSS", "atom.xml": "Atom", "feed.json": "JSON Feed"}
"""What each format is called."""
