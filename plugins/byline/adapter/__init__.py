"""Byline inside MkDocs: the only room that imports it."""
