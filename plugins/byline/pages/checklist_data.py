"""A checklist for other programs: open data, the way to embed it, the index of all."""

import json
from collections.abc import Iterable
from json.encoder import encode_basestring
from posixpath import relpath
from typing import Any

from byline.articles import Article
from byline.pages.checklist import ChecklistView, ItemView
from byline.site import Site

WIDTH = 640
"""How wide an embedded checklist likes to stand, in CSS pixels; it takes what it gets."""

_DAY = 86_400
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def as_json(data: Any) -> str:
    """Write data for a file: the same data gives the same text, for people to read as well."""
    return _indented(data, "\n") + "\n"


def _indented(data: Any, line: str) -> str:
    """Write data as `json.dumps` does with `indent=2`, in a sixth of the time; `line` begins each line.

    Texts, which are most of it, are written where they stand: without a call of this function for each.
    """
    inner = line + "  "
    if data and isinstance(data, dict):
        parts = [
            f"{encode_basestring(name)}: "
            + (encode_basestring(part) if type(part) is str else _indented(part, inner))
            for name, part in data.items()
        ]
        return "{" + inner + f",{inner}".join(parts) + line + "}"
    if data and isinstance(data, list | tuple):
        parts = [encode_basestring(part) if type(part) is str else _indented(part, inner) for part in data]
        return "[" + inner + f",{inner}".join(parts) + line + "]"
    return "[]" if type(data) is list else _ENCODER.encode(data)


def checklist_data(site: Site, article: Article, view: ChecklistView) -> dict[str, Any]:
    """Return all that a checklist says; every address is a full one."""
    return {
        "version": 1,
        "title": view.title,
        "url": view.absolute_url,
        "article": {
            "title": article.title,
            "url": site.url + view.article_url,
            "published": article.date.isoformat() if article.date else "",
            "authors": [{"name": person.name, "url": site.url + person.url} for person in view.people],
        },
        "language": view.language,
        "key": view.key,
        "groups": [
            {"heading": group.heading, "items": [_item(site, view, item) for item in group.items]}
            for group in view.groups
        ],
    }


def _item(site: Site, view: ChecklistView, item: ItemView) -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item.text,
        "detail": item.detail,
        "url": item_url(site, view, item),
        "was": item.was.split(),
    }


def item_url(site: Site, view: ChecklistView, item: ItemView) -> str:
    """Return the full address of an item's sentence; of one without, the item's on the checklist's page."""
    if item.anchor:
        return f"{site.url}{view.article_url}#{item.anchor}"
    return f"{view.absolute_url}#item-{item.id}"


def oembed_data(site: Site, view: ChecklistView, *, provider: str) -> dict[str, Any]:
    """Return what another site needs to show a checklist, by https://oembed.com, version 1.0."""
    data = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": view.authors,
        "author_url": site.url + view.people[0].url if view.people else "",
        "provider_name": provider,
        "provider_url": site.url,
        "cache_age": _DAY,
        "html": view.embed,
        "width": WIDTH,
        "height": view.height,
    }
    return {name: value for name, value in data.items() if value != ""}


def index_data(folder: str, views: Iterable[ChecklistView]) -> list[dict[str, Any]]:
    """Return the index of checklists, from which a reader's own playbook is put together.

    Addresses are relative to `folder`, the site path that the index stands in: they hold wherever the site
    is looked at.
    """
    return [
        {
            "key": view.key,
            "title": view.title,
            "url": _relative(view.url, folder),
            "json": _relative(view.json_url, folder),
            "ids": [item.id for item in view.items],
        }
        for view in views
    ]


def _relative(address: str, folder: str) -> str:
    return relpath(address, folder) + ("/" if address.endswith("/") else "")
