"""Isso: a small comment server of one's own. https://isso-comments.de/docs/"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.comments.fields import Fields, Report
from byline.comments.provider import SCRIPT, Embed, Provider, Thread


@dataclass(frozen=True, slots=True)
class Isso(Provider):
    """Threads on an Isso server; readers need no account."""

    server: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "isso"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Isso":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("isso", values, report)
        server = fields.server(
            "server", "write where your Isso answers, such as `https://comments.example.org`"
        )
        fields.done()
        return cls(server)

    def embed(self, thread: Thread) -> Embed:
        """Return the embed that Isso's client documentation describes: a section and one script."""
        return Embed(
            provider="Isso",
            module=SCRIPT,
            host=urlsplit(self.server).netloc,
            settings={
                "script": f"{self.server}/js/embed.min.js",
                "attributes": {"data-isso": f"{self.server}/"},
                "element": {
                    "tag": "section",
                    "attributes": {
                        "id": "isso-thread",
                        "data-isso-id": thread.id,
                        "data-title": thread.title,
                    },
                },
            },
        )
