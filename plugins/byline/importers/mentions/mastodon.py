"""Replies below a post on Mastodon, who liked it and who passed it on."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from byline.articles import Article
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.markup import from_html, from_plain, is_empty
from byline.importers.discussions.words import clean_address, clean_name
from byline.importers.mentions.asking import Asker, AskingError
from byline.importers.mentions.gathering import Gathered, Mention, date_in, digest, items_in, text_in

POST = re.compile(r"/(\d{1,30})/?\Z")
PUBLIC = frozenset({"public", "unlisted"})
FIRST_PAGE = 80
SIGNS = {"like": "favourited_by", "repost": "reblogged_by"}


def fetch_mastodon(ask: Asker, address: str, article: Article) -> Gathered:
    """Ask for what was said below a post. Raises `AskingError`."""
    parts = urlsplit(address)
    found = POST.search(parts.path)
    if not found:
        raise AskingError("its address does not end in the number of a post")
    api = f"{parts.scheme}://{parts.netloc}/api/v1/statuses/{found[1]}"
    context = ask.json(f"{api}/context")
    if not isinstance(context, Mapping) or not isinstance(context.get("descendants"), list):
        raise AskingError("its answer holds no replies")
    replies = items_in(context, "descendants")
    shown = [reply for reply in replies if text_in(reply, "visibility") in PUBLIC]
    ids = {text_in(reply, "id") for reply in shown}
    mentions = [mention for reply in shown if (mention := _reply(reply, ids))]
    whole = ["mastodon-"]
    notes: list[str] = []
    for kind, name in SIGNS.items():
        prefix = f"{kind}-mastodon-"
        try:
            people = ask.json(f"{api}/{name}", {"limit": str(FIRST_PAGE)})
        except AskingError as error:
            notes.append(f"{address}: no {kind}s ({error})")
            continue
        signs = list(_signs(people, kind, prefix, parts.netloc, address))
        mentions += signs
        if len(signs) < FIRST_PAGE // 2:
            whole.append(prefix)
    return Gathered(address, tuple(mentions), article, tuple(whole), len(replies) - len(shown), tuple(notes))


def _reply(reply: Mapping[str, Any], ids: set[str]) -> Mention | None:
    number, above = text_in(reply, "id"), text_in(reply, "in_reply_to_id")
    warning = from_plain(text_in(reply, "spoiler_text"))
    html = warning + from_html(text_in(reply, "content"))
    if not number.isalnum() or not number.isascii() or is_empty(html):
        return None
    author, url = _person(reply.get("account"))
    entry = Entry(
        id=f"mastodon-{number}",
        author=author,
        html=html,
        date=date_in(text_in(reply, "created_at")),
        url=url,
        in_reply_to=f"mastodon-{above}" if above in ids else "",
        source=clean_address(text_in(reply, "url") or text_in(reply, "uri")),
    )
    return Mention(entry)


def _signs(people: Any, kind: str, prefix: str, host: str, address: str) -> Iterator[Mention]:
    """Yield a sign for each of some people. When they gave it, Mastodon does not tell."""
    for person in items_in({"people": people}, "people"):
        author, url = _person(person)
        if name := url or text_in(person, "acct"):
            yield Mention(Entry(prefix + digest(host, name), author, url=url, kind=kind, source=address))


def _person(account: Any) -> tuple[str, str]:
    """Return somebody's name and page."""
    name = text_in(account, "display_name").strip() or text_in(account, "username")
    return clean_name(name), clean_address(text_in(account, "url"))
