"""Replies below a post on Bluesky, who liked it and who passed it on."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

from byline.articles import Article
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.markup import from_html, is_empty
from byline.importers.discussions.words import clean_address, clean_name
from byline.importers.mentions.asking import Asker, AskingError
from byline.importers.mentions.gathering import Gathered, Mention, date_in, digest, items_in, text_in

PAGE = re.compile(r"/profile/([\w.:%-]+)/post/(\w+)/?\Z")
FIRST_PAGE = 100
SIGNS = {"like": ("getLikes", "likes", "actor"), "repost": ("getRepostedBy", "repostedBy", "")}
NOT_FOR_STRANGERS = "!no-unauthenticated"
"""The label of those who do not want to be shown to readers without an account there."""


def fetch_bluesky(ask: Asker, server: str, address: str, article: Article) -> Gathered:
    """Ask for what was said below a post. Raises `AskingError`."""
    uri = _uri(address)
    answer = ask.json(f"{server}/xrpc/app.bsky.feed.getPostThread", {"uri": uri, "depth": "100"})
    thread = answer.get("thread") if isinstance(answer, Mapping) else None
    uri = text_in(thread, "post", "uri")
    if not isinstance(thread, Mapping) or not uri:
        raise AskingError("its answer holds no such post")
    posts = list(_replies(thread))
    shown = [(post, above) for post, above in posts if not _hidden(post.get("author"))]
    ids = {text_in(post, "uri") for post, _ in shown}
    mentions = [mention for post, above in shown if (mention := _reply(post, above if above in ids else ""))]
    whole = ["bluesky-"]
    notes: list[str] = []
    for kind, (method, key, person) in SIGNS.items():
        prefix = f"{kind}-bluesky-"
        try:
            said = ask.json(f"{server}/xrpc/app.bsky.feed.{method}", {"uri": uri, "limit": str(FIRST_PAGE)})
        except AskingError as error:
            notes.append(f"{address}: no {kind}s ({error})")
            continue
        mentions += _signs(said, key, person, kind, prefix, address)
        if not text_in(said, "cursor"):
            whole.append(prefix)
    return Gathered(address, tuple(mentions), article, tuple(whole), len(posts) - len(shown), tuple(notes))


def _uri(address: str) -> str:
    if address.startswith("at://"):
        return address
    found = PAGE.search(urlsplit(address).path)
    if not found:
        raise AskingError("its address is not that of a post (`https://bsky.app/profile/…/post/…`)")
    return f"at://{found[1]}/app.bsky.feed.post/{found[2]}"


def _replies(thread: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the posts below a thread's first, and what each answers; what is gone or blocked has no post."""
    waiting = [(reply, "") for reply in reversed(items_in(thread, "replies"))]
    while waiting:
        here, above = waiting.pop()
        post = here.get("post")
        uri = text_in(post, "uri")
        if isinstance(post, Mapping) and uri:
            yield post, above
        waiting += [(reply, uri or above) for reply in reversed(items_in(here, "replies"))]


def _reply(post: Mapping[str, Any], above: str) -> Mention | None:
    uri = text_in(post, "uri")
    author, url = _person(post.get("author"))
    html = from_html(_html(post.get("record")))
    if is_empty(html):
        return None
    entry = Entry(
        id=f"bluesky-{digest(uri)}",
        author=author,
        html=html,
        date=date_in(text_in(post, "record", "createdAt"), text_in(post, "indexedAt")),
        url=url,
        in_reply_to=f"bluesky-{digest(above)}" if above else "",
        source=clean_address(f"{url}/post/{uri.rpartition('/')[2]}" if url else ""),
    )
    return Mention(entry)


def _html(record: Any) -> str:
    """Return a post as HTML. Its links stand beside the text, by the bytes that they cover."""
    data = text_in(record, "text").encode("utf-8", "replace")
    pieces: list[str] = []
    last = 0
    for start, end, address in sorted(_links(record, len(data))):
        if start >= last:
            words = escape(data[start:end].decode("utf-8", "replace"))
            pieces += [_escaped(data[last:start]), f'<a href="{escape(address)}">{words}</a>']
            last = end
    pieces.append(_escaped(data[last:]))
    paragraphs = re.split(r"\n[ \t]*\n", "".join(pieces).strip())
    return "\n".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs if part.strip())


def _links(record: Any, size: int) -> Iterator[tuple[int, int, str]]:
    for facet in items_in(record, "facets"):
        index = facet.get("index")
        start, end = (
            index.get(key) if isinstance(index, Mapping) else None for key in ("byteStart", "byteEnd")
        )
        for feature in items_in(facet, "features"):
            address = clean_address(text_in(feature, "uri"))
            if address and type(start) is int and type(end) is int and 0 <= start < end <= size:
                yield start, end, address


def _escaped(data: bytes) -> str:
    return escape(data.decode("utf-8", "replace"))


def _signs(said: Any, key: str, person: str, kind: str, prefix: str, address: str) -> Iterator[Mention]:
    for item in items_in(said, key):
        actor = item.get(person) if person else item
        author, url = _person(actor)
        if url and not _hidden(actor):
            date = date_in(text_in(item, "createdAt")) if person else None
            name = prefix + digest(text_in(actor, "did") or url)
            yield Mention(Entry(name, author, date=date, url=url, kind=kind, source=clean_address(address)))


def _person(author: Any) -> tuple[str, str]:
    """Return somebody's name and page."""
    handle = text_in(author, "handle")
    known = (
        handle if re.fullmatch(r"[\w.-]+", handle) and handle != "handle.invalid" else text_in(author, "did")
    )
    name = text_in(author, "displayName").strip() or handle
    return clean_name(name), clean_address(f"https://bsky.app/profile/{known}" if known else "")


def _hidden(author: Any) -> bool:
    return any(text_in(label, "val") == NOT_FOR_STRANGERS for label in items_in(author, "labels"))
