"""Beginnings: a new site, a new post."""

from byline.scaffold.new_post import new_post
from byline.scaffold.new_site import new_site

__all__ = ["new_post", "new_site"]
