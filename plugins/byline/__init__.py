"""Byline."""
