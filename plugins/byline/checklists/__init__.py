"""Checklists: the tips of an article, drawn out in its author's own words."""

from byline.checklists.anchors import Anchored, anchor_items
from byline.checklists.box_mark import settle_box_mark, shield_box_marks
from byline.checklists.drawing import draw, may_decide
from byline.checklists.items import Checklist, Drawing, Item, Kind, Rejected, Unmet
from byline.checklists.kept import as_plain, from_plain
from byline.checklists.marks import without_marks
from byline.checklists.placing import place_items

__all__ = [
    "Anchored",
    "Checklist",
    "Drawing",
    "Item",
    "Kind",
    "Rejected",
    "Unmet",
    "anchor_items",
    "as_plain",
    "draw",
    "from_plain",
    "may_decide",
    "place_items",
    "settle_box_mark",
    "shield_box_marks",
    "without_marks",
]
