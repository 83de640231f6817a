"""Byline inside MkDocs: the only room that imports it."""

from byline.adapter.collection import collect_seldom

collect_seldom()  # what is imported for a build stays until its end as well
