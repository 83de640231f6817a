"""Comentario: a comment server of one's own that also reads Disqus' and WordPress' exports. https://comentario.app"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Counts, Embed, Provider, Thread, host_of, origin_of

MODULE = "assets/byline/comments/comentario.js"


@dataclass(frozen=True, slots=True)
class Comentario(Provider):
    """Threads on a Comentario server; who may write is the server's to say."""

    server: str
    integrity: str = ""

    @property
    def name(self) -> str:
        """Return its name."""
        return "comentario"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Comentario":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("comentario", values, report)
        where = "write where your Comentario answers: the address before `/comentario.js` in its snippet"
        comentario = cls(fields.server("server", where), fields.integrity())
        fields.done()
        return comentario

    def embed(self, thread: Thread) -> Embed:
        """Return its embed; its pages are known by paths, which begin with `/`."""
        return Embed(
            provider="Comentario",
            module=MODULE,
            host=host_of(self.server),
            settings={
                "server": self.server,
                "id": f"/{thread.id.lstrip('/')}",
                **({"integrity": self.integrity} if self.integrity else {}),
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script, its style, its pictures, its server, and the socket that brings new comments."""
        server = origin_of(self.server)
        socket = tuple(origin.replace("http", "ws", 1) for origin in server)
        return {
            "script-src": server,
            "style-src": server,
            "img-src": server,
            "font-src": server,
            "connect-src": (*server, *socket),
        }

    def counts(self) -> Counts:
        """Return where it tells its numbers."""
        return Counts(MODULE, {"server": self.server}, host_of(self.server))
