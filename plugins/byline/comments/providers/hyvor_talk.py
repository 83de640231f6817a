"""Hyvor Talk: comments kept by a company that is paid for it. https://talk.hyvor.com"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread

_ORIGIN = "https://talk.hyvor.com"


@dataclass(frozen=True, slots=True)
class HyvorTalk(Provider):
    """Threads at Hyvor Talk, without advertisements."""

    website: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "hyvor-talk"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "HyvorTalk":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("hyvor-talk", values, report)
        website = fields.matching(
            "website", r"\d+", "write your website's id, a number that its console shows"
        )
        fields.done()
        return cls(website)

    def embed(self, thread: Thread) -> Embed:
        """Return its embed; it finds the thread by the article's own id."""
        return Embed(
            provider="Hyvor Talk",
            module="assets/byline/comments/hyvor-talk.js",
            host="talk.hyvor.com",
            settings={"website": self.website, "id": thread.id, "title": thread.title},
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script and all that it loads, and the socket that brings new comments."""
        return {
            "script-src": (_ORIGIN,),
            "style-src": (_ORIGIN,),
            "img-src": (_ORIGIN, "https://hyvor.com"),
            "font-src": (_ORIGIN,),
            "connect-src": (_ORIGIN, "wss://talk.hyvor.com"),
            "frame-src": (_ORIGIN,),
        }
