"""The site: articles and authors together, cross-checked, and what of them readers may see now."""

from byline.site.assembling import Placement, assemble
from byline.site.checks import category_warnings, remote_picture_warnings
from byline.site.choices import review_warnings
from byline.site.commenting import conversation_of, is_closed, providers_of, thread_of
from byline.site.conversations import archive_warnings
from byline.site.editing import with_text
from byline.site.links import link_problems
from byline.site.loading import load_site
from byline.site.moment import moment_of
from byline.site.searching import search_warnings
from byline.site.site import Site, Topic
from byline.site.thread_checks import comment_warnings

__all__ = [
    "Placement",
    "Site",
    "Topic",
    "archive_warnings",
    "assemble",
    "category_warnings",
    "comment_warnings",
    "conversation_of",
    "is_closed",
    "link_problems",
    "load_site",
    "moment_of",
    "providers_of",
    "remote_picture_warnings",
    "review_warnings",
    "search_warnings",
    "thread_of",
    "with_text",
]
