"""Mentions: what other sites, Mastodon and Bluesky said of articles, fetched and kept beside them."""

from byline.importers.mentions.fetching import fetch_mentions
from byline.importers.mentions.placing import place_mentions
from byline.importers.mentions.report import describe_mentions

__all__ = ["describe_mentions", "fetch_mentions", "place_mentions"]
