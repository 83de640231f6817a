"""What an Isso for the preview on one's own machine is told. https://isso-comments.de/docs/reference/server-config/"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

FOLDER = ".comments"
DATABASE = "comments.db"
CONFIGURATION = "isso.cfg"
HOST = "127.0.0.1"
PORT = 8080

_PREVIEW = "127.0.0.1:8000"
_TEXT = """\
# Written anew by `byline comments serve` at each start. For the preview alone: no moderation, no guard.
[general]
dbpath = {database}
host =
{origins}
[moderation]
enabled = false
[server]
listen = {address}
public-endpoint = {address}
[guard]
enabled = false
reply-to-self = true
"""


def isso_address(port: int) -> str:
    """Return where Isso listens: this machine alone can reach it."""
    return f"http://{HOST}:{port}"


def isso_configuration(database: str, port: int, origins: Iterable[str]) -> str:
    """Return the text of isso.cfg. Pages from `origins` may show and write comments."""
    lines = "\n".join(f"    {origin}" for origin in origins)
    return _TEXT.format(database=database, origins=lines, address=isso_address(port))


def preview_origins(dev_addr: str, more: Iterable[str] = ()) -> tuple[str, ...]:
    """Return where previews come from: MkDocs' own address, that of `dev_addr`, and `more`.

    A preview has two names, `127.0.0.1` and `localhost`; browsers take them for two sites.
    """
    found: list[str] = []
    for place in (dev_addr, _PREVIEW):
        host, _, port = place.rpartition(":")
        if port.isdigit():
            found += [site_origin(f"http://{name}:{port}") for name in (host, HOST, "localhost")]
    return tuple(dict.fromkeys(origin for origin in (*found, *map(site_origin, more)) if origin))


def site_origin(address: str) -> str:
    """Return the scheme, host and port of a site's address; nothing where it has none of use to Isso."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    usable = parts.scheme in {"http", "https"} and re.fullmatch(r"[A-Za-z0-9._-]+(:\d{1,5})?", parts.netloc)
    return f"{parts.scheme}://{parts.netloc}/" if usable else ""
