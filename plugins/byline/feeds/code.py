"""Highlighted code: its text, without the numbers, links and tables that a page lays over it."""

import re

from lxml.html import HtmlElement

from byline.feeds.class_names import NUMBERED
from byline.feeds.tree import bold_line, classes, replace

OF_A_LINE = re.compile(r"#?(?:__)?(?:codelineno|line|L)[-\d]")
"""The ids that highlighting gives to lines, and links to them."""


def plain_table(element: HtmlElement, base: str) -> None:
    """Put the code in the place of a table that holds the numbers of its lines in a column."""
    if classes(element).isdisjoint(NUMBERED):
        return
    names = element.xpath(".//*[contains(concat(' ', @class, ' '), ' filename ')]/descendant-or-self::span")
    code = element.xpath(".//td[contains(concat(' ', @class, ' '), ' code ')]//pre")
    title = [bold_line(names[-1].text_content())] if names else []
    replace(element, *title, *code[:1])


def plain_anchor_in_code(element: HtmlElement) -> bool:
    """Say whether a link only marks a line of code, or has no address."""
    href = element.get("href")
    mark = href or element.get("id") or element.get("name") or ""
    return bool(OF_A_LINE.match(mark)) and (href is None or href.startswith("#"))
