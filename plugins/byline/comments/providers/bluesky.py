"""Bluesky: the replies to a post of one's own about the article. https://docs.bsky.app"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread, host_of, origin_of

API = "https://public.api.bsky.app"
_PAGE = re.compile(r"https://bsky\.app/profile/([\w:.%-]+)/post/(\w+)/?", re.ASCII)
_URI = re.compile(r"at://([\w:.%-]+)/app\.bsky\.feed\.post/(\w+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Bluesky(Provider):
    """Threads below posts on Bluesky; readers answer from an account there."""

    api: str = API

    @property
    def name(self) -> str:
        """Return its name."""
        return "bluesky"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Bluesky":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("bluesky", values, report)
        api = fields.server("api", "write the address of a public AppView, or take `api` out", default=API)
        fields.done()
        return cls(api)

    def embed(self, thread: Thread) -> Embed | None:
        """Return the thread below the post that the article names, if it names one."""
        post = thread.posts.get(self.name, "")
        found = _PAGE.fullmatch(post) or _URI.fullmatch(post)
        if not found:
            return None
        who, key = found.groups()
        return Embed(
            provider="Bluesky",
            link=f"https://bsky.app/profile/{who}/post/{key}",
            link_text="Answer on Bluesky",
            module="assets/byline/comments/post.js",
            host=host_of(self.api),
            settings={
                "kind": "bluesky",
                "address": post,
                "api": self.api,
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow asking for replies."""
        return {"connect-src": origin_of(self.api)}

    def refuses(self, post: str) -> str:
        """Return what to write where an address is no post on Bluesky."""
        if _PAGE.fullmatch(post) or _URI.fullmatch(post):
            return ""
        return "copy the address of the post: `https://bsky.app/profile/…/post/…`"
