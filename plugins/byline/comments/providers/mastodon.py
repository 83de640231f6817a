"""Mastodon: the replies to a post of one's own about the article. https://docs.joinmastodon.org/methods/statuses/"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread, host_of, origin_of

_STATUS = re.compile(r"/(?:@[\w.-]+(?:@[\w.-]+)?|users/[\w.-]+/statuses)/(\d+)/?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mastodon(Provider):
    """Threads below posts on one Mastodon server; readers answer from an account on any."""

    server: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "mastodon"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Mastodon":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("mastodon", values, report)
        where = "write the server that you post on, such as `https://mastodon.social`"
        server = fields.server("server", where)
        if server.startswith("/") or server.count("/") > len("//"):
            fields.refuse("server", f"`server: {server}` cannot be right", where)
        fields.done()
        return cls(server)

    def embed(self, thread: Thread) -> Embed | None:
        """Return the thread below the post that the article names, if it names one."""
        post = thread.posts.get(self.name)
        if not post or self.refuses(post):
            return None
        return Embed(
            provider="Mastodon",
            link=post,
            link_text="Answer on Mastodon",
            module="assets/byline/comments/post.js",
            host=host_of(self.server),
            settings={"kind": "mastodon", "address": post, "api": self.server},
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow asking the server for replies."""
        return {"connect-src": origin_of(self.server)}

    def refuses(self, post: str) -> str:
        """Return what to write where an address is no post on this server."""
        parts = urlsplit(post)
        if parts.netloc.casefold() != host_of(self.server).casefold():
            return f"copy the address that the post has on {host_of(self.server)}, the site's own server"
        if not _STATUS.fullmatch(parts.path):
            return "copy the address of the post itself: `https://…/@name/` and a number"
        return ""
