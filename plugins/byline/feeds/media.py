"""Pictures, sounds, films and frames of an article, as feed readers can show or at least reach them."""

import re
from collections.abc import Callable
from posixpath import basename
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from byline.feeds.class_names import EMOJI
from byline.feeds.links import absolute_source, make_absolute
from byline.feeds.tree import UNWRAP, classes, made, replace

_PLAYERS = (
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)"),
        "https://www.youtube.com/watch?v=",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/"),
)
"""Players that refuse to run outside of a frame, and the pages of their films."""


def _picture(element: HtmlElement, base: str) -> None:
    """Make a picture's addresses absolute; of an emoji or a picture from nowhere, leave its words."""
    words = element.get("alt", "")
    if not classes(element).isdisjoint(EMOJI) and words:
        _write(element, words)
        return
    later = element.get("data-src")
    if later and not absolute_source(base, element.get("src") or "data:"):
        element.set("src", later)
    sources = make_absolute(element, "srcset", base)
    if not make_absolute(element, "src", base) and not sources:
        _write(element, words)


def _write(element: HtmlElement, text: str) -> None:
    element.tail = text + (element.tail or "")
    element.drop_tree()


def _source(element: HtmlElement, base: str) -> None:
    make_absolute(element, "src", base)
    make_absolute(element, "srcset", base)


def _player(element: HtmlElement, base: str) -> None:
    """Keep a sound or a film, with a link inside for readers that cannot play it."""
    address = make_absolute(element, "src", base)
    make_absolute(element, "poster", base)
    sources = (absolute_source(base, source.get("src", "")) for source in element.iter("source"))
    address = address or next(filter(None, sources), "")
    if not address:
        element.tag = UNWRAP
        return
    element.set("controls", "controls")
    if next(element.iter("a"), None) is None:
        name = element.get("title") or unquote(basename(urlsplit(address).path)) or address
        element.append(made("a", name, href=address))


def _frame(element: HtmlElement, base: str) -> None:
    """Put a link in the place of what another site shows in a frame."""
    source = element.get("src") or element.get("data-src") or element.get("data") or ""
    address = absolute_source(base, source) if source else ""
    if not address:
        element.tag = UNWRAP
        return
    for player, page in _PLAYERS:
        if found := player.match(address):
            address = page + found[1]
    words = " ".join((element.get("title") or element.text_content()).split())
    replace(element, made("a", words or address, href=address))


def _drawing(element: HtmlElement, base: str) -> None:
    """Drop a drawing within the page; its title stays."""
    titles = element.xpath("./*[local-name()='title']/text()")
    _write(element, titles[0].strip() if titles else element.get("aria-label", ""))


MEDIA_HANDLERS: dict[str, Callable[[HtmlElement, str], None]] = {
    "audio": _player,
    "embed": _frame,
    "iframe": _frame,
    "img": _picture,
    "object": _frame,
    "source": _source,
    "svg": _drawing,
    "track": _source,
    "video": _player,
}
