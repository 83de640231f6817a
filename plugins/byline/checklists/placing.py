"""Turning the lists of an article whose items are tips into checklists where they stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from byline.checklists.anchors import Anchored
from byline.checklists.box_mark import HERE
from byline.checklists.elements import Element
from byline.checklists.insertions import Insertion, class_insertion, with_insertions
from byline.checklists.items import Checklist, Item
from byline.checklists.pointing_back import links_back

_AROUND = frozenset("article aside blockquote dd details div dl figure li main ol section ul".split())
_OWN_LISTS = frozenset(("grid", "footnote"))
"""Classes of Material's whose lists are laid out by what they stand in."""
_LEAST = 2
_LIST_CLASS = "byline-checklist__items"
_ITEM_CLASS = "byline-checklist__item"


def place_items(
    page: Anchored, checklist: Checklist, *, data: Mapping[str, str], back: str, head: str = ""
) -> tuple[str, frozenset[str]]:
    """Make checklists of the lists whose items are mostly tips, and link other tips to their items below.

    `data` are the attributes of a checklist, `back` what the links say to those who cannot see them, `head`
    the HTML above the first list. Returns the HTML, otherwise unchanged, and the ids of the items that stand
    in place. A list that browsers may read differently stays as it is.
    """
    holders = _holders(page)
    lists = list(_Page(page.source, _by_holder(checklist.items, holders)).fitting(page.elements))
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in data.items())
    opening = f'<byline-checklist class="byline-checklist byline-checklist--inline"{attributes}>'
    boxes = [box for found in lists for box in found.boxes]
    placed = frozenset(box.item.id for box in boxes)
    taken = {element for box in boxes for element in (box.element, box.holder)}
    left: dict[Element, str] = {}
    for item in checklist.items:
        holder = holders.get(item.id)
        if holder and holder not in taken and item.id not in placed:
            left.setdefault(holder, item.id)
    # A link may stand where a list begins, and belongs to the text before it: links come first.
    insertions = [*links_back(page.source, left, back)]
    for number, found in enumerate(lists):
        insertions += found.insertions(opening if number else opening + head)
    return with_insertions(page.source, [*insertions, *page.insertions]), placed


@dataclass(frozen=True, slots=True)
class _Box:
    """A list item that becomes an item of the checklist: its label goes around html[start:end]."""

    item: Item
    element: Element
    holder: Element
    start: int
    end: int
    marking: Insertion

    def insertions(self) -> Iterator[Insertion]:
        was = f' data-was="{escape(" ".join(self.item.aliases))}"' if self.item.aliases else ""
        yield self.marking
        yield (
            self.start,
            '<label class="byline-checklist__label"><input class="byline-checklist__box" type="checkbox"'
            f' value="{escape(self.item.id)}"{was}><span class="byline-checklist__text">',
        )
        yield self.end, "</span></label>"


@dataclass(frozen=True, slots=True)
class _PlacedList:
    """A list that becomes a checklist, with all its boxes, those of lists within it included."""

    element: Element
    markings: tuple[Insertion, ...]
    boxes: tuple[_Box, ...]

    def insertions(self, opening: str) -> Iterator[Insertion]:
        yield self.element.start, opening
        yield from self.markings
        for box in self.boxes:
            yield from box.insertions()
        yield self.element.end, "</byline-checklist>"


class _Page:
    """An article's HTML, and the tip that each element holds."""

    def __init__(self, html: str, items: Mapping[Element, Item]) -> None:
        self._html, self._items = html, items

    def fitting(self, elements: Iterable[Element]) -> Iterator[_PlacedList]:
        """Yield the outermost lists that fit."""
        done = 0
        for element in elements:
            if element.is_list and element.start >= done and (found := self._placed(element)):
                done = element.end
                yield found

    def _placed(self, element: Element) -> _PlacedList | None:
        """Return what becomes of a list, None where it stays as it is."""
        entries = [child for child in element.children if child.tag == "li"]
        if not element.sound or any(_has_own_control(entry) for entry in entries):
            return None
        if not _stands_free(element) or HERE in self._html[element.start : element.end]:
            return None
        boxes = [box for entry in entries if (box := self._box(entry))]
        if len(boxes) < _LEAST or 2 * len(boxes) < len(entries):
            return None
        inner = [box for entry in entries for box in self._inner_boxes(entry)]
        lists = dict.fromkeys(parent for box in (*boxes, *inner) if (parent := box.element.parent))
        markings = [class_insertion(self._html, each, _LIST_CLASS) for each in lists]
        sound = tuple(marking for marking in markings if marking)
        return _PlacedList(element, sound, (*boxes, *inner)) if len(sound) == len(markings) else None

    def _inner_boxes(self, entry: Element) -> Iterator[_Box]:
        """Yield the boxes of the lists within a list item."""
        waiting = list(reversed(entry.children))
        while waiting:
            element = waiting.pop()
            if element.tag in _AROUND:
                box = self._box(element) if element.tag == "li" else None
                if box:
                    yield box
                waiting += reversed(element.children)

    def _box(self, entry: Element) -> _Box | None:
        """Return the box of a list item whose leading text holds a tip."""
        first = entry.children[0] if entry.children else None
        is_loose = first and first.tag == "p" and not self._html[entry.inner : first.start].strip()
        holder = first if first and is_loose else entry
        item = self._items.get(holder)
        marking = class_insertion(self._html, entry, _ITEM_CLASS)
        if not item or not marking or _has_own_control(entry):
            return None
        lead = self._html[holder.inner : holder.lead_end]
        if not lead.strip() or (is_loose and holder.lead_end != holder.close):
            return None
        start = holder.inner + len(lead) - len(lead.lstrip())
        return _Box(item, entry, holder, start, holder.inner + len(lead.rstrip()), marking)


def _stands_free(element: Element) -> bool:
    """Tell whether a list may get an element around it: its place means nothing to styles and scripts."""
    if element.before and "annotate" in element.before.classes:
        return False
    if element.parent and element.parent.classes & _OWN_LISTS:
        return False
    return all(around.tag in _AROUND for around in element.ancestors)


def _has_own_control(entry: Element) -> bool:
    """Tell whether a list item has a box or the like of its own in its text, as those of task lists do."""
    parts = [entry, *(child for child in entry.children if child.tag == "p")]
    return any(child.is_control for part in parts for child in part.children)


def _holders(page: Anchored) -> dict[str, Element]:
    """Return the element that holds the sentence of each item, but for those whose id several bear."""
    names = set(page.anchors.values())
    found: dict[str, Element] = {}
    several: set[str] = set()
    for element in page.elements:
        if element.id in names:
            if element.id in found:
                several.add(element.id)
            found[element.id] = element
    return {item: found[name] for item, name in page.anchors.items() if name in found and name not in several}


def _by_holder(items: Iterable[Item], holders: Mapping[str, Element]) -> dict[Element, Item]:
    """Return the first tip of a list that each element holds."""
    found: dict[Element, Item] = {}
    for item in sorted(items, key=lambda item: item.start):
        holder = holders.get(item.id)
        if holder and item.kind == "list":
            found.setdefault(holder, item)
    return found
