"""Isso: a small comment server of one's own. https://isso-comments.de/docs/"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Counts, Embed, Provider, Thread, host_of, origin_of

MODULE = "assets/byline/comments/isso.js"
PREVIEW = "http://127.0.0.1:8080"


@dataclass(frozen=True, slots=True)
class Isso(Provider):
    """Threads on an Isso server; readers need no account. Without a `server`, only a preview has any."""

    server: str = ""
    preview_server: str = PREVIEW
    integrity: str = ""
    preview: bool = False

    @property
    def name(self) -> str:
        """Return its name."""
        return "isso"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Isso":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("isso", values, report)
        where = "write where your Isso answers, such as `https://comments.example.org`"
        isso = cls(
            server=fields.server("server", where, default=""),
            preview_server=fields.server(
                "preview_server", "write where `byline comments serve` answers", default=PREVIEW
            ),
            integrity=fields.integrity(),
        )
        if isso.server.endswith(".js"):
            wrong = f"`server: {isso.server}` is a script"
            fields.refuse("server", wrong, f"{where}, without what stands behind it")
        fields.done()
        return isso

    def embed(self, thread: Thread) -> Embed | None:
        """Return its embed; it finds the thread by the article's own id."""
        if not self.server:
            return None
        more: dict[str, Any] = {"integrity": self.integrity} if self.integrity else {}
        if self.preview:
            more["preview"] = True
        return Embed(
            provider="Isso",
            module=MODULE,
            host=host_of(self.server),
            settings={"server": self.server, "id": thread.id, "title": thread.title, **more},
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script, its style and asking it."""
        server = origin_of(self.server)
        return {"script-src": server, "style-src": server, "connect-src": server}

    def counts(self) -> Counts | None:
        """Return where it tells its numbers."""
        return Counts(MODULE, {"server": self.server}, host_of(self.server)) if self.server else None

    def lacks(self) -> str:
        """Return how to name the server that readers have."""
        return (
            ""
            if self.server
            else "write where your Isso answers readers: `server: https://comments.example.org`"
        )

    def in_preview(self) -> "Isso":
        """Return the Isso on this machine, whose script is its own version's."""
        return replace(self, server=self.preview_server, integrity="", preview=True)
