"""The option `mentions`: where `byline mentions fetch` asks, and where other sites send theirs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.settings.reading import Reading, Report

WHERE = (
    "write the address of your mentions: "
    "`https://webmention.io/api/mentions.jf2?domain=your.domain`, "
    "as https://webmention.io/settings shows it, without `&token=…`: "
    "name the variable that holds it in `token_env`"
)
ENDPOINT = "write the address that webmention.io gives you: `https://webmention.io/your.domain/webmention`"
BLUESKY = "https://public.api.bsky.app"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where mentions come from. `webmentions` is the address that answers with them (JF2).

    `token_env` names the environment variable with the key that goes with it. `endpoint` and `pingback` are
    what pages tell other sites to send mentions to; `bluesky` is the server that is asked for posts there.
    """

    webmentions: str = ""
    token_env: str = ""
    endpoint: str = ""
    pingback: str = ""
    bluesky: str = BLUESKY

    @property
    def hosts(self) -> frozenset[str]:
        """Return the hosts that the owner named, which may stand in a private network."""
        return frozenset(filter(None, (urlsplit(url).hostname for url in (self.webmentions, self.bluesky))))


def read_mentions(values: Mapping[str, Any], report: Report) -> Mentions:
    """Read the option's settings. `report` makes a problem of a setting. Raises `ContentError`."""
    reading = Reading("mentions", values, report)
    reading.known(Mentions)
    variable = "name an environment variable, such as `WEBMENTION_TOKEN`; the key itself stands in no file"
    return reading.done(
        Mentions(
            webmentions=reading.read("webmentions", _webmentions, "", WHERE),
            token_env=reading.read("token_env", _variable, "", variable),
            endpoint=reading.read("endpoint", _address, "", ENDPOINT),
            pingback=reading.read("pingback", _address, "", ENDPOINT.replace("/webmention`", "/xmlrpc`")),
            bluesky=reading.read("bluesky", _server, BLUESKY, f"write an address such as `{BLUESKY}`"),
        )
    )


def _address(value: object) -> str:
    if not isinstance(value, str) or not re.match(r"https?://[^/\s]", value) or not is_safe_link(value):
        raise ValueError(value)
    if not urlsplit(value).hostname or "@" in urlsplit(value).netloc:
        raise ValueError(value)
    return value


def _webmentions(value: object) -> str:
    """Read the address of the mentions; a key in it would be published with the configuration."""
    address = _address(value)
    if re.search(r"[?&]token=", address):
        raise ValueError(value)
    return address


def _server(value: object) -> str:
    return _address(value).rstrip("/")


def _variable(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
        raise ValueError(value)
    return value
