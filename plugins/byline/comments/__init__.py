"""Comments below an article: which providers, what a thread needs in the page, and what was said before.

Packages that bring a provider of their own need `Provider`, `Thread`, `Embed`, `Counts`, `Fields`, `SCRIPT`.
"""

from byline.comments.archive import ARCHIVES, Written, doubles, read_archive
from byline.comments.choosing import choose_comments
from byline.comments.conversation import Comment, Conversation
from byline.comments.fields import Fields
from byline.comments.policy import policy_for
from byline.comments.provider import SCRIPT, Counts, Embed, Provider, Thread, host_of, origin_of
from byline.comments.system import Chosen, CommentSystem
from byline.comments.threading import converse

__all__ = [
    "ARCHIVES",
    "SCRIPT",
    "Chosen",
    "Comment",
    "CommentSystem",
    "Conversation",
    "Counts",
    "Embed",
    "Fields",
    "Provider",
    "Thread",
    "Written",
    "choose_comments",
    "converse",
    "doubles",
    "host_of",
    "origin_of",
    "policy_for",
    "read_archive",
]
