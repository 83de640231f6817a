"""Drawings as plain values, to be kept for builds to come: what a site needs of them."""

from dataclasses import fields
from operator import attrgetter
from typing import Any

from byline.checklists.items import Checklist, Drawing, Item, Unmet

_OF_ITEM = attrgetter(*(field.name for field in fields(Item)))
_OF_UNMET = attrgetter(*(field.name for field in fields(Unmet)))


def as_plain(drawing: Drawing) -> list[Any]:
    """Return the checklist of a drawing and what of its author's choices cannot be followed, as lists."""
    shown = drawing.checklist
    items = list(map(_OF_ITEM, shown.items))
    unmet = list(map(_OF_UNMET, drawing.unmet))
    return [items, shown.title, shown.heading, shown.language, unmet]


def from_plain(value: list[Any]) -> Drawing:
    """Return the drawing that `as_plain` made a value of, without what was turned down."""
    items, title, heading, language, unmet = value
    shown = tuple(map(_item, items))
    return Drawing(Checklist(shown, title, heading, language), unmet=tuple(Unmet(*entry) for entry in unmet))


def _item(value: list[Any]) -> Item:
    *place, rules, name, detail, aliases, section, steps = value
    parts: list[Any] = [*place, tuple(rules), name, detail, tuple(aliases), section, steps]
    return Item(*parts)
