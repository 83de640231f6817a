"""The people who write: who they are, in one file beside the posts."""

from byline.authors.author import Author, ProfileLink
from byline.authors.loading import load_authors, parse_authors
from byline.authors.writing import add_author

__all__ = ["Author", "ProfileLink", "add_author", "load_authors", "parse_authors"]
