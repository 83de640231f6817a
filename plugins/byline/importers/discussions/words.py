"""Names and addresses as strangers wrote them, made fit to be published."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.articles.fields import EARLIEST_YEAR, LATEST_YEAR

LONGEST_NAME = 120
MOST_READ = 1000
LONGEST_ADDRESS = 2000

_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + place) for plane in range(17) for place in (0xFFFE, 0xFFFF))
_UNFIT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def clean_text(text: str) -> str:
    """Return a text with `\\n` line ends, composed letters, and no characters that no page can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _UNFIT.sub("", text))


def clean_name(name: str | None) -> str:
    """Return a person's name on one line. Nothing is left of one that nobody could see.

    An e-mail address in its place is cut before the `@`.
    """
    plain = " ".join(_BIDI.sub("", clean_text((name or "")[:MOST_READ])).split())
    plain = _EMAIL.sub(lambda found: found[0].split("@")[0], plain)
    if len(plain) > LONGEST_NAME:
        plain = plain[:LONGEST_NAME].rstrip() + "…"
    return plain if any(map(_visible, plain)) else ""


def clean_address(address: str | None) -> str:
    """Return the http(s) address of a page, or nothing where it is no such address or holds a password."""
    address = clean_text(address or "").strip()
    if not re.match(r"https?://[^/\s]", address, re.IGNORECASE) or not is_safe_link(address):
        return ""
    parts = urlsplit(address)
    usable = parts.hostname and "@" not in parts.netloc and address.isprintable()
    return address if usable and len(address) <= LONGEST_ADDRESS else ""


def clean_line(text: str | None) -> str:
    """Return a title or an address as one line."""
    return " ".join(clean_text(text or "").split())


def clean_date(read: Callable[[], datetime]) -> datetime | None:
    """Return what `read` makes of a date, to the second; None where that is no date of a comment."""
    try:
        date = read().astimezone(UTC).replace(microsecond=0)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
    return date if EARLIEST_YEAR <= date.year <= LATEST_YEAR else None


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS"
