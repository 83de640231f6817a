"""Remark42: a comment server of one's own, with moderation and many ways to sign in. https://remark42.com"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Counts, Embed, Provider, Thread, host_of, origin_of

MODULE = "assets/byline/comments/remark42.js"


@dataclass(frozen=True, slots=True)
class Remark42(Provider):
    """Threads on a Remark42 server; who may write is the server's to say."""

    server: str
    site: str = "remark"

    @property
    def name(self) -> str:
        """Return its name."""
        return "remark42"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Remark42":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("remark42", values, report)
        remark42 = cls(
            server=fields.server("server", "write where your Remark42 answers: its own `REMARK_URL`"),
            site=fields.matching(
                "site", r"[\w.-]+", "write one of the ids in its `SITE`, such as `remark`", default="remark"
            ),
        )
        fields.done()
        return remark42

    def embed(self, thread: Thread) -> Embed:
        """Return its embed; it finds the thread by the article's own id in the place of an address."""
        return Embed(
            provider="Remark42",
            module=MODULE,
            host=host_of(self.server),
            settings={
                "host": self.server,
                "site": self.site,
                "id": thread.id,
                "title": thread.title,
                "language": thread.language,
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script, its frame, and asking it for numbers."""
        server = origin_of(self.server)
        return {"script-src": server, "connect-src": server, "frame-src": server or ("'self'",)}

    def counts(self) -> Counts:
        """Return where it tells its numbers."""
        return Counts(MODULE, {"host": self.server, "site": self.site}, host_of(self.server))
