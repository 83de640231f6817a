"""Reply by e-mail: no account, no script, no third party. The `mailto:` address follows RFC 6068."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread


@dataclass(frozen=True, slots=True)
class ReplyByEmail(Provider):
    """A link that opens the reader's mail program with the article's title and address filled in."""

    address: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "email"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "ReplyByEmail":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("email", values, report)
        address = fields.email("address", "write where replies should go, such as `name@example.org`")
        fields.done()
        return cls(address)

    def embed(self, thread: Thread) -> Embed:
        """Return the link."""
        subject, body = quote(f"Re: {thread.title}", safe=""), quote(f"\r\n\r\n{thread.url}", safe="")
        link = f"mailto:{quote(self.address, safe='@')}?subject={subject}&body={body}"
        return Embed(provider="e-mail", link=link, link_text="Reply by e-mail")
