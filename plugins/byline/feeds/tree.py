"""Elements of an article's HTML, changed for its feed."""

import lxml.html
from lxml.html import HtmlElement

UNWRAP = "byline-unwrap"
"""A tag that no list allows: the element goes, and what it holds stays. Not for parts of tables."""


def classes(element: HtmlElement) -> frozenset[str]:
    """Return the names in an element's `class`."""
    names = element.get("class")
    return frozenset(names.split()) if names else frozenset()


def made(tag: str, text: str = "", *children: HtmlElement, **attributes: str) -> HtmlElement:
    """Make an element of text, and then elements."""
    element = lxml.html.Element(tag, attributes)
    element.text = text
    element.extend(children)
    return element


def bold_line(text: str) -> HtmlElement:
    """Make a paragraph in bold: a title that survives in every reader."""
    return made("p", "", made("strong", text))


def replace(element: HtmlElement, *others: HtmlElement) -> None:
    """Put elements in the place of another; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if others:
        others[-1].tail = element.tail
        parent[parent.index(element) : parent.index(element) + 1] = others
    else:
        element.drop_tree()
