"""Comments below an article: which providers, what a thread needs in the page, and what was said before."""

from byline.comments.choosing import choose_comments
from byline.comments.conversation import Comment, Conversation
from byline.comments.provider import Counts, Embed, Provider, Thread
from byline.comments.system import Chosen, CommentSystem

__all__ = [
    "Chosen",
    "Comment",
    "CommentSystem",
    "Conversation",
    "Counts",
    "Embed",
    "Provider",
    "Thread",
    "choose_comments",
]
