"""WordPress' export (WXR): comments stand in the items that they belong to."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from xml.etree.ElementTree import Element

from byline.importers.discussions.found import (
    EMPTY,
    KEPT,
    OTHER,
    PENDING,
    PINGS,
    SPAM,
    TRASH,
    Export,
    Found,
    Source,
)
from byline.importers.discussions.markup import from_loose_html, is_empty
from byline.importers.discussions.words import clean_address, clean_date, clean_line, clean_name
from byline.importers.discussions.xml import elements, open_xml, refusal

NAMESPACE = "{http://wordpress.org/export/"
TRASHED = frozenset({"trash", "post-trashed"})
ORDINARY = frozenset({"", "comment"})


def read_wxr(file: Path, zone: tzinfo) -> Export:
    """Read all comments of an export; `zone` is the blog's, for dates without one."""
    comments: list[Found] = []
    local = undated = 0
    known = False
    with open_xml(file) as source:
        for number, element in enumerate(elements(source, file, depth=2)):
            if not number and element.tag != "rss":
                raise refusal(file, 1, "this is no export of WordPress", "export it with Tools → Export")
            known = known or element.tag.startswith(NAMESPACE)
            if element.tag != "item":
                continue
            for comment, is_local in _comments(element, zone):
                comments.append(comment)
                local += is_local
                undated += comment.state == KEPT and comment.date is None
                known = True
    if not known:
        wrong = "this is a feed, and no export of WordPress"
        raise refusal(file, 1, wrong, "export it with Tools → Export: a feed holds the last posts only")
    return Export(file, "WordPress", tuple(comments), tuple(_notes(source.removed, local, undated, zone)))


def _notes(removed: int, local: int, undated: int, zone: tzinfo) -> Iterator[str]:
    if removed:
        yield f"characters that XML cannot carry, left out: {removed}"
    if local:
        yield f"dates without a time zone, read in that of the site (`timezone: {zone}`): {local}"
    if undated:
        yield f"comments without a date: {undated}"


def _comments(item: Element, zone: tzinfo) -> Iterator[tuple[Found, bool]]:
    """Yield an item's comments, and whether the date of each was read in the blog's zone."""
    said = _fields(item)
    post = Source(
        title=clean_line(said.get("title")),
        url=clean_line(said.get("link")),
        slug=clean_line(said.get("post_name")),
        guid=clean_line(said.get("guid")),
        kind=clean_line(said.get("post_type")) or "post",
    )
    for element in item:
        if element.tag.startswith(NAMESPACE) and element.tag.endswith("}comment"):
            yield _comment(_fields(element), post, zone)


def _comment(said: dict[str, str], post: Source, zone: tzinfo) -> tuple[Found, bool]:
    number, above = clean_line(said.get("comment_id")), clean_line(said.get("comment_parent"))
    state = _state(said.get("comment_approved", "").strip(), said.get("comment_type", "").strip())
    name = f"wp-{number}"
    parent = f"wp-{above}" if above.isdigit() and int(above) else ""
    if state != KEPT:
        return Found(name, post, parent, state=state), False
    html = from_loose_html(said.get("comment_content", ""))
    if is_empty(html):
        return Found(name, post, parent, state=EMPTY), False
    date = _moment(said.get("comment_date_gmt", ""), UTC)
    local = None if date else _moment(said.get("comment_date", ""), zone)
    author, url = clean_name(said.get("comment_author")), clean_address(said.get("comment_author_url"))
    return Found(name, post, parent, author, url, date or local, html), local is not None


def _state(approved: str, kind: str) -> str:
    """Say whether a comment is kept. Only what readers saw is."""
    if approved == "spam":
        return SPAM
    if approved in TRASHED:
        return TRASH
    if kind in {"pingback", "trackback"}:
        return PINGS
    if kind not in ORDINARY:
        return OTHER
    return KEPT if approved == "1" else PENDING


def _moment(text: str, zone: tzinfo) -> datetime | None:
    """Read a date; WordPress writes zeros where it knows none."""
    return clean_date(lambda: datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone))


def _fields(element: Element) -> dict[str, str]:
    """Return the texts of an element's children by their names; the first of each counts."""
    said: dict[str, str] = {}
    for child in element:
        said.setdefault(child.tag.rpartition("}")[2], child.text or "")
    return said
