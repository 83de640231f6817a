"""An article's checklist, as its page prints it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from byline.articles import Article
from byline.checklists import Checklist, Item

_LEAST_OF_GROUP = 2


@dataclass(frozen=True, slots=True)
class ItemView:
    """One box to tick: its words, the reason that stands behind them, the anchor of its sentence."""

    id: str
    text: str
    detail: str
    anchor: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """Items that stand under one heading of the article; the heading is empty where they need none."""

    heading: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A checklist; ticks are kept on the reader's device under `key`.

    `title` is empty where it would only repeat the article's; `heading` is the author's own for it.
    """

    key: str
    title: str
    groups: tuple[GroupView, ...]
    heading: str = ""

    @property
    def items(self) -> tuple[ItemView, ...]:
        """Return the items of all groups."""
        return tuple(item for group in self.groups for item in group.items)


def describe_checklist(article: Article, checklist: Checklist, anchors: Mapping[str, str]) -> ChecklistView:
    """Describe an article's checklist; `anchors` says which element of the page holds an item's sentence."""
    title = "" if checklist.title == article.title else checklist.title
    groups = tuple(
        GroupView(heading, tuple(_describe_item(item, anchors) for item in items))
        for heading, items in _grouped(checklist.items, {article.title, checklist.title})
    )
    return ChecklistView(article.id or article.slug, title, groups, checklist.heading)


def _describe_item(item: Item, anchors: Mapping[str, str]) -> ItemView:
    return ItemView(item.id, item.text, item.detail, anchors.get(item.id, ""))


def _grouped(items: Sequence[Item], titles: Container[str]) -> list[tuple[str, tuple[Item, ...]]]:
    """Group items by heading where several headings have tips, unless the author's order forbids it."""
    runs = [(section, tuple(run)) for section, run in groupby(items, key=lambda item: item.section)]
    names = [section for section, _ in runs]
    several = sum(len(run) >= _LEAST_OF_GROUP for _, run in runs) > 1
    if not several or len(set(names)) < len(names):
        return [("", tuple(items))]
    return [("" if section in titles else section, run) for section, run in runs]
