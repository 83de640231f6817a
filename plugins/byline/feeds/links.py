"""Addresses in an article's HTML, made absolute; those that a feed must not hold, turned down."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

_SCHEMES = frozenset(
    ("http", "https", "mailto", "tel", "sms", "geo", "xmpp", "irc", "ircs", "sip", "ftp", "news", "magnet")
)
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9./_~=&?#%+-]*)?")
"""Most addresses, which are full and sound as they stand."""
_NOT_IN_ADDRESSES = re.compile('[\x00-\x20"<>\\\\^`{|}\x7f]')
"""Neither a URI nor an IRI holds them: RFC 3986, section 2; RFC 3987, section 2.2."""
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,])(\s+[^,]+)?\s*(?:,|$)")
"""An address and its size in `srcset`: https://html.spec.whatwg.org/#srcset-attributes"""


def absolute_link(base: str, href: str) -> str:
    """Return where a link on the page at `base` leads; nothing for one that cannot or must not be followed.

    MkDocs leaves links to sources that are not published as they stand: `draft.md`, among them drafts.
    """
    if _PLAIN.fullmatch(href):
        return href
    try:
        address = urljoin(base, _encoded(href))
    except ValueError:
        return ""
    if address.partition(":")[0].lower() not in _SCHEMES:
        return ""
    return "" if _is_source(href) else address


def absolute_source(base: str, source: str) -> str:
    """Return where a picture, sound or frame on the page at `base` is; nothing where it is not on the web."""
    address = absolute_link(base, source)
    return address if address.startswith(("http:", "https:")) else ""


def absolute_sources(base: str, sources: str) -> str:
    """Return a `srcset` with absolute addresses."""
    found = (
        (absolute_source(base, match[1]), (match[2] or "").strip()) for match in _CANDIDATE.finditer(sources)
    )
    return ", ".join(f"{address} {size}".strip() for address, size in found if address)


def make_absolute(element: HtmlElement, name: str, base: str) -> str:
    """Make the address in an attribute absolute, or drop the attribute; return the address, if any."""
    value = element.get(name)
    if value is None:
        return ""
    address = absolute_sources(base, value) if name == "srcset" else absolute_source(base, value)
    if address:
        element.set(name, address)
    else:
        del element.attrib[name]
    return address


def _encoded(address: str) -> str:
    """Encode what stands in no address; browsers skip line ends within one, and blanks around it."""
    address = address.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f \x1b")
    if not _NOT_IN_ADDRESSES.search(address):
        return address
    address = re.sub("[\t\n\r]", "", address)
    return _NOT_IN_ADDRESSES.sub(lambda found: f"%{ord(found[0]):02X}", address)


def _is_source(href: str) -> bool:
    if ".md" not in href:
        return False
    parts = urlsplit(href)
    return not parts.scheme and not parts.netloc and parts.path.rstrip().endswith(".md")
