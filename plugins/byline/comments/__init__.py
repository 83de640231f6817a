"""Comments below an article: which provider, and what its thread needs in the page."""

from byline.comments.choosing import choose_provider
from byline.comments.provider import Embed, Provider, Thread

__all__ = ["Embed", "Provider", "Thread", "choose_provider"]
