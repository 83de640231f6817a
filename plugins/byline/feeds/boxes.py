"""Checklists where no box can be ticked: feed readers let through a sign, a list and a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lxml.html import HtmlElement

SIGN = "☐ "
_HEADS = ".//p[contains(concat(' ', @class, ' '), ' byline-checklist__head ')]"
_PARTS = (
    ".//byline-checklist[contains(concat(' ', @class, ' '), ' byline-checklist--inline ')]",
    ".//label[@class='byline-checklist__label']",
    ".//span[@class='byline-checklist__text']",
)


@dataclass(frozen=True, slots=True)
class FeedBox:
    """What a feed says of an article's checklist below its text: a title over the items that stand in no list
    of the article, and a link to the page where all can be ticked. All texts are plain.
    """

    title: str
    items: tuple[str, ...]
    link: str
    url: str

    def html(self) -> str:
        """Return it as HTML."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if self.items:
            yield f"<h2>{escape(self.title)}</h2>"
            yield "<ul>"
            yield from (f"<li>{SIGN}{escape(item)}</li>" for item in self.items)
            yield "</ul>"
        yield f'<p><a href="{escape(self.url)}">{escape(self.link)}</a></p>'


def write_signs(root: HtmlElement) -> None:
    """Make lists again of the checklists that stand in an article's text, a sign before each item."""
    for head in root.xpath(_HEADS):
        head.drop_tree()
    for box in root.xpath(".//input[@class='byline-checklist__box']"):
        box.tail = SIGN + (box.tail or "")
        box.drop_tree()
    for part in _PARTS:
        for element in root.xpath(part):
            element.drop_tag()
