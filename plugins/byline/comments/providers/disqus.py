"""Disqus: comments kept by a company that lives on advertising. https://disqus.com"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread

_CDN = "https://c.disquscdn.com"


@dataclass(frozen=True, slots=True)
class Disqus(Provider):
    """Threads at Disqus, which shows advertisements and follows readers."""

    shortname: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "disqus"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Disqus":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("disqus", values, report)
        where = "write your site's shortname, which Disqus' admin pages show below Settings, General"
        shortname = fields.matching("shortname", r"[a-z0-9][a-z0-9-]*", where)
        fields.done()
        return cls(shortname)

    def embed(self, thread: Thread) -> Embed:
        """Return its embed; it finds the thread by the identifier."""
        return Embed(
            provider="Disqus",
            module="assets/byline/comments/disqus.js",
            host="disqus.com",
            settings={
                "shortname": self.shortname,
                "id": thread.id,
                "title": thread.title,
                "url": thread.url,
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its scripts, styles, pictures and frames; what its advertisements load is more than this."""
        own = f"https://{self.shortname}.disqus.com"
        return {
            "script-src": (own, "https://disqus.com", _CDN),
            "style-src": (_CDN,),
            "img-src": (_CDN, "https://referrer.disqus.com"),
            "connect-src": (own, "https://disqus.com", "https://links.services.disqus.com"),
            "frame-src": ("https://disqus.com", _CDN),
        }
