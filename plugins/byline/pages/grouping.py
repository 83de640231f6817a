"""How the items of a checklist stand together: below headings, as steps in an order."""

from collections.abc import Container, Sequence
from itertools import groupby

from byline.checklists import Item

_LEAST_OF_GROUP = 2


def is_ordered(items: Sequence[Item]) -> bool:
    """Say whether the items are steps of one numbered list, in the order that it numbers them in."""
    lists = {item.steps for item in items}
    return len(lists) == 1 and -1 not in lists and list(items) == sorted(items, key=lambda item: item.start)


def grouped(items: Sequence[Item], titles: Container[str]) -> list[tuple[str, tuple[Item, ...]]]:
    """Group items by heading where several headings have tips, unless the author's order forbids it."""
    runs = [(section, tuple(run)) for section, run in groupby(items, key=lambda item: item.section)]
    names = [section for section, _ in runs]
    several = sum(len(run) >= _LEAST_OF_GROUP for _, run in runs) > 1
    if not several or len(set(names)) < len(names):
        return [("", tuple(items))]
    return [("" if section in titles else section, run) for section, run in runs]
