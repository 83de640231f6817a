"""Boxes of a page where feed readers let through no box: a sign, a list, a quotation, a heading."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lxml.html import HtmlElement

from byline.feeds.class_names import CHECKLIST, CODE
from byline.feeds.tree import UNWRAP, bold_line, classes, made, replace

SIGN = "☐ "
DONE = "☑ "


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
    for element in list(root.iter(*CHECKLIST)):
        tag, names = element.tag, element.get("class", "").split()
        if CHECKLIST[tag] not in names:
            continue
        if tag == "input":
            element.tail = SIGN + (element.tail or "")
        if tag in ("input", "p"):
            element.drop_tree()
        else:
            element.drop_tag()


def plain_input(element: HtmlElement, base: str) -> None:
    """Write a sign for the box of a task in a list; drop all other controls."""
    task = next(element.iterancestors("li"), None)
    if element.get("type") == "checkbox" and task is not None and "task-list-item" in classes(task):
        sign = SIGN if element.get("checked") is None else DONE
        label = element.getparent()
        holder = label if label is not None and label.tag == "label" else element
        follows = "".join(holder.itertext()) + (holder.tail or "")
        element.tail = (sign.strip() if follows[:1].isspace() else sign) + (element.tail or "")
    element.drop_tree()


def plain_division(element: HtmlElement, base: str) -> None:
    """Make quotations of admonitions, headings of the labels of tabs, and take the wrapping off code."""
    names = classes(element)
    if "admonition" in names:
        element.tag = "blockquote"
        for title in element.xpath("./p[contains(concat(' ', @class, ' '), ' admonition-title ')]"):
            strong = made("strong", title.text or "", *title)
            title.text = ""
            title.append(strong)
    elif "tabbed-set" in names:
        _tabs(element)
    elif "mermaid" in names:
        element.tag = "pre"
    elif not names.isdisjoint(CODE):
        element.tag = UNWRAP
        for name in element.xpath("./span[@class='filename']"):
            replace(name, bold_line(name.text_content()))


def _tabs(tabs: HtmlElement) -> None:
    """Put each label before what its tab shows, as a heading below the one that the tabs stand under."""
    labels = tabs.xpath("./label | ./div[contains(@class, 'tabbed-labels')]/label")
    shown = tabs.xpath("./div[@class='tabbed-content']/div[@class='tabbed-block']")
    shown = shown or tabs.xpath("./div[@class='tabbed-content']")
    above = tabs.xpath("(preceding::h2 | preceding::h3 | preceding::h4 | preceding::h5)[last()]")
    level = int(above[0].tag[1]) + 1 if above else 2
    for label, block in zip(labels, shown, strict=False):
        label.tag = f"h{level}"
        label.attrib.clear()
        label.tail = None
        block.insert(0, label)
    for wrapping in (tabs, *tabs.xpath("./div[starts-with(@class, 'tabbed-')]"), *shown):
        wrapping.tag = UNWRAP
