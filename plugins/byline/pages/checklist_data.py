"""A checklist for other programs: open data, the way to embed it, the index of all."""

from collections.abc import Iterable
from typing import Any

from byline.articles import Article
from byline.documents import json_text
from byline.pages.checklist import ChecklistView, ItemView
from byline.site import Site

WIDTH = 640
"""How wide an embedded checklist likes to stand, in CSS pixels; it takes what it gets."""

_DAY = 86_400


def as_json(data: Any) -> str:
    """Write data for a file: the same data gives the same text, for people to read as well."""
    return json_text(data) + "\n"


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
    """Return an address as it is from a folder; both are written without `.` and `..`."""
    parts, above = address.split("/"), folder.split("/")
    same = 0
    while same < min(len(parts) - 1, len(above)) and parts[same] == above[same]:
        same += 1
    return "../" * (len(above) - same) + "/".join(parts[same:])
