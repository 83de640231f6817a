"""Disqus' export: threads with their addresses, and posts that name their thread."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from byline.importers.discussions.found import EMPTY, KEPT, PENDING, SPAM, TRASH, Export, Found, Source
from byline.importers.discussions.markup import from_html, is_empty
from byline.importers.discussions.words import clean_date, clean_line, clean_name
from byline.importers.discussions.xml import elements, open_xml, refusal

NAMESPACE = "{http://disqus.com}"
ID = "{http://disqus.com/disqus-internals}id"
LOST = Source(kind="thread that the export does not hold")


def read_disqus(file: Path) -> Export:
    """Read all comments of an export."""
    threads: dict[str, tuple[Source, bool]] = {}
    posts: list[tuple[Found, str]] = []
    with open_xml(file) as source:
        for number, element in enumerate(elements(source, file, depth=1)):
            if not number and element.tag != f"{NAMESPACE}disqus":
                wrong = "this is no export of Disqus"
                raise refusal(file, 1, wrong, "export it at https://disqus.com/admin/discussions/export/")
            if element.tag == f"{NAMESPACE}thread":
                threads.setdefault(element.get(ID, ""), (_thread(element), _says(element, "isDeleted")))
            elif element.tag == f"{NAMESPACE}post":
                posts.append((_post(element), _reference(element, "thread")))
    comments = tuple(_placed(post, *threads.get(thread, (LOST, False))) for post, thread in posts)
    return Export(file, "Disqus", comments, tuple(_notes(comments, source.removed)))


def _notes(comments: tuple[Found, ...], removed: int) -> Iterator[str]:
    if removed:
        yield f"characters that XML cannot carry, left out: {removed}"
    if undated := sum(comment.state == KEPT and comment.date is None for comment in comments):
        yield f"comments without a date: {undated}"


def _placed(post: Found, thread: Source, deleted: bool) -> Found:
    """Return a comment with its thread; with a deleted thread its comments are gone as well."""
    state = TRASH if deleted and post.state in {KEPT, PENDING} else post.state
    return Found(post.id, thread, post.parent, post.author, post.url, post.date, post.html, state)


def _thread(element: Element) -> Source:
    return Source(
        title=clean_line(_text(element, "title")),
        url=clean_line(_text(element, "link")),
        thread=clean_line(_text(element, "id")),
    )


def _post(element: Element) -> Found:
    name = f"disqus-{element.get(ID, '')}"
    above = _reference(element, "parent")
    parent = f"disqus-{above}" if above else ""
    state = KEPT
    if _says(element, "isSpam"):
        state = SPAM
    elif _says(element, "isDeleted"):
        state = TRASH
    elif _text(element, "isApproved").strip().lower() == "false":
        state = PENDING
    html = from_html(_text(element, "message")) if state == KEPT else ""
    if state == KEPT and is_empty(html):
        state = EMPTY
    if state != KEPT:
        return Found(name, LOST, parent, state=state)
    person = element.find(f"{NAMESPACE}author")
    author = "" if person is None else _text(person, "name").strip() or _text(person, "username")
    return Found(name, LOST, parent, clean_name(author), "", _moment(_text(element, "createdAt")), html)


def _text(element: Element, name: str) -> str:
    return element.findtext(f"{NAMESPACE}{name}") or ""


def _says(element: Element, name: str) -> bool:
    return _text(element, name).strip().lower() == "true"


def _reference(element: Element, name: str) -> str:
    other = element.find(f"{NAMESPACE}{name}")
    return "" if other is None else other.get(ID, "")


def _moment(text: str) -> datetime | None:
    """Read a date, which Disqus gives in UTC."""
    return clean_date(lambda: datetime.strptime(text.strip()[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC))
