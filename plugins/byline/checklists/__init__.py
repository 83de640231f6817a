"""Checklists: the tips of an article, drawn out in its author's own words."""

from byline.checklists.anchors import anchor_items
from byline.checklists.drawing import draw
from byline.checklists.items import Checklist, Drawing, Item, Kind, Rejected

__all__ = ["Checklist", "Drawing", "Item", "Kind", "Rejected", "anchor_items", "draw"]
