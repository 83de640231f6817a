"""An article's checklist, as its page prints it."""

from collections.abc import Mapping
from dataclasses import dataclass

from byline.articles import Article
from byline.checklists import Checklist


@dataclass(frozen=True, slots=True)
class ItemView:
    """One box to tick: its words, the reason that stands behind them, the anchor of its sentence."""

    id: str
    text: str
    detail: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A checklist; ticks are kept on the reader's device under `key`.

    `title` is empty where it would only repeat the article's; `heading` is the author's own for it.
    """

    key: str
    title: str
    items: tuple[ItemView, ...]
    heading: str = ""


def describe_checklist(article: Article, checklist: Checklist, anchors: Mapping[str, str]) -> ChecklistView:
    """Describe an article's checklist; `anchors` says which element of the page holds an item's sentence."""
    items = (ItemView(item.id, item.text, item.detail, anchors.get(item.id, "")) for item in checklist.items)
    title = "" if checklist.title == article.title else checklist.title
    return ChecklistView(article.id or article.slug, title, tuple(items), checklist.heading)
