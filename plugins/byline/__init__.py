"""Byline: a folder of articles becomes a thought-leadership site."""

__version__ = "0.1.0"
