"""Waline: a comment server of one's own, its client from npm's package. https://waline.js.org"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Counts, Embed, Provider, Thread, host_of, origin_of

MODULE = "assets/byline/comments/waline.js"
_CLIENT = "https://unpkg.com/@waline/client@3.13.0/dist"
SCRIPT_FILE, STYLE_FILE = f"{_CLIENT}/waline.umd.js", f"{_CLIENT}/waline.css"
SCRIPT_DIGEST = "sha384-NntOOTzeSEa8wS/3WWdTTvMAWW4EmH95Ia4L9LR54zoQRGT0Kwae6rklipLagJ0E"
STYLE_DIGEST = "sha384-H5dgxo7fIZaV4H59ZheA9FUQP2dcAM3F59n8g7XxCzxns2pHzHOZbILpUN2d3MEt"
"""Of the client's files in that very version, as npm has it."""
_COPY = "write the address of your copy, such as `/assets/waline/{}`"


@dataclass(frozen=True, slots=True)
class Waline(Provider):
    """Threads on a Waline server; readers need no account unless the server asks for one."""

    server: str
    script: str = SCRIPT_FILE
    style: str = STYLE_FILE
    integrity: str = SCRIPT_DIGEST
    style_integrity: str = STYLE_DIGEST

    @property
    def name(self) -> str:
        """Return its name."""
        return "waline"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Waline":
        """Read its settings; a copy of the client may be of another version. Raises `ContentError`."""
        fields = Fields("waline", values, report)
        script = fields.server("script", _COPY.format("waline.umd.js"), default=SCRIPT_FILE)
        style = fields.server("style", _COPY.format("waline.css"), default=STYLE_FILE)
        waline = cls(
            server=fields.server("server", "write the address of your Waline server (`serverURL`)"),
            script=script,
            style=style,
            integrity=fields.integrity(default=SCRIPT_DIGEST if script == SCRIPT_FILE else ""),
            style_integrity=fields.integrity(
                "style_integrity", default=STYLE_DIGEST if style == STYLE_FILE else ""
            ),
        )
        fields.done()
        return waline

    def embed(self, thread: Thread) -> Embed:
        """Return its embed; it finds the thread by the article's own id in the place of a path."""
        return Embed(
            provider="Waline",
            module=MODULE,
            host=", ".join(dict.fromkeys(filter(None, map(host_of, (self.server, self.script, self.style))))),
            settings={
                "script": self.script,
                "style": self.style,
                "integrity": self.integrity,
                "styleIntegrity": self.style_integrity,
                "server": self.server,
                "id": thread.id,
                "language": thread.language,
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow the client's two files alone, the server, and pictures from anywhere: comments show them."""
        return {
            "script-src": (self.script,) if host_of(self.script) else (),
            "style-src": (self.style,) if host_of(self.style) else (),
            "img-src": ("https:",),
            "connect-src": origin_of(self.server),
        }

    def counts(self) -> Counts:
        """Return where it tells its numbers."""
        return Counts(MODULE, {"server": self.server}, host_of(self.server))
