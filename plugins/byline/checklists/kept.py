"""Drawings as plain values, to be kept for builds to come: what a site needs of them."""

from dataclasses import astuple
from typing import Any

from byline.checklists.items import Checklist, Drawing, Item, Unmet


def as_plain(drawing: Drawing) -> list[Any]:
    """Return the checklist of a drawing and what of its author's choices cannot be followed, as lists."""
    shown = drawing.checklist
    items = [astuple(item) for item in shown.items]
    unmet = [astuple(unmet) for unmet in drawing.unmet]
    return [items, shown.title, shown.heading, shown.language, unmet]


def from_plain(value: list[Any]) -> Drawing:
    """Return the drawing that `as_plain` made a value of, without what was turned down."""
    items, title, heading, language, unmet = value
    shown = tuple(map(_item, items))
    return Drawing(Checklist(shown, title, heading, language), unmet=tuple(Unmet(*entry) for entry in unmet))


def _item(value: list[Any]) -> Item:
    parts: list[Any] = [tuple(part) if isinstance(part, list) else part for part in value]
    return Item(*parts)
