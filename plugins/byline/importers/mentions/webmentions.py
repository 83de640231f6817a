"""Webmentions, as webmention.io and its like hand them out: JF2."""

from collections.abc import Mapping
from typing import Any

from byline.importers.discussions.entries import Entry
from byline.importers.discussions.markup import from_html, from_plain, is_empty
from byline.importers.discussions.words import clean_address, clean_name
from byline.importers.mentions.asking import Asker, AskingError
from byline.importers.mentions.gathering import Gathered, Mention, date_in, digest, items_in, text_in

PER_PAGE = 100
MOST_PAGES = 100
KINDS = {"in-reply-to": "comment", "like-of": "like", "repost-of": "repost"}
PREFIX = "wm-"


def fetch_webmentions(ask: Asker, address: str, token: str = "") -> Gathered:
    """Ask for all mentions of a site, page by page. Raises `AskingError`."""
    found: dict[str, Mention] = {}
    left_out = 0
    whole: tuple[str, ...] = ()
    for page in range(MOST_PAGES):
        query = {"per-page": str(PER_PAGE), "page": str(page)} | ({"token": token} if token else {})
        answer = ask.json(address, query)
        if not isinstance(answer, Mapping) or not isinstance(answer.get("children"), list):
            raise AskingError("its answer holds no mentions (JF2, with `children`)")
        known = len(found)
        for child in items_in(answer, "children"):
            if mention := _mention(child):
                found[mention.entry.id] = mention
            else:
                left_out += 1
        if len(answer["children"]) < PER_PAGE:
            whole = (PREFIX,)
            break
        if len(found) == known:
            break
    return Gathered("webmentions", tuple(found.values()), None, whole, left_out)


def _mention(child: Mapping[str, Any]) -> Mention | None:
    """Read one mention; None for one that is private, or says neither where it is from nor what it is of."""
    source = clean_address(text_in(child, "url") or text_in(child, "wm-source"))
    target = text_in(child, "wm-target")
    if child.get("wm-private") is True or not source or not target:
        return None
    kind = KINDS.get(text_in(child, "wm-property"), "mention")
    html = from_html(text_in(child, "content", "html")) or from_plain(
        text_in(child, "content", "text") or text_in(child, "content")
    )
    if kind in {"like", "repost"} or is_empty(html):
        html = ""
    number = text_in(child, "wm-id")
    entry = Entry(
        id=PREFIX + (number if number.isdigit() and number.isascii() else digest(source, target)),
        author=clean_name(text_in(child, "author", "name")),
        html=html,
        date=date_in(text_in(child, "published"), text_in(child, "wm-received")),
        url=clean_address(text_in(child, "author", "url")),
        kind="mention" if kind == "comment" and not html else kind,
        source=source,
    )
    return Mention(entry, target)
