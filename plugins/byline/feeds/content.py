"""An article's HTML as feed readers want it: absolute links, nothing that only a web page can use.

Two steps. Here what a page shows by its styles, scripts and controls is said in plain elements, and every
address made absolute; then `nh3` lets through what feed readers take, whatever came in. Where it is known
what both make of an article, neither is asked: `plain_html.py`.
"""

import re
from collections.abc import Callable

import lxml.html
import nh3
from lxml import etree
from lxml.html import HtmlElement

from byline.feeds.allowed import ATTRIBUTES, TAGS
from byline.feeds.boxes import plain_division, plain_input, write_signs
from byline.feeds.characters import xml_html
from byline.feeds.class_names import BESIDE, PERMALINKS, WRAPPERS
from byline.feeds.code import plain_anchor_in_code, plain_table
from byline.feeds.links import absolute_link, make_absolute
from byline.feeds.media import MEDIA_HANDLERS
from byline.feeds.plain_html import plain_content
from byline.feeds.tree import UNWRAP, classes

_UNWANTED = frozenset(
    "script style base button canvas datalist dialog link meta meter optgroup progress select template"
    " textarea title".split()
)
_PARSER = lxml.html.HTMLParser(huge_tree=True)
_CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, link_rel=None)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:\s*(left|right|center|justify)", re.IGNORECASE)

Handler = Callable[[HtmlElement, str], None]


def feed_content(html: str, base: str) -> str:
    """Clean the HTML of an article whose address is `base`, for its entry in a feed.

    The first `<h1>` goes, for feed readers show the title. Links that lead nowhere, such as those to drafts,
    leave their text.
    """
    html = xml_html(html)
    plain = plain_content(html, base)
    return read_as_tree(html, base) if plain is None else plain


def read_as_tree(html: str, base: str) -> str:
    """Clean any HTML that holds no character which XML forbids."""
    root = _division(html)
    if root is None:
        return ""
    if "byline-checklist" in html:
        write_signs(root)
    title = next(root.iter("h1"), None)
    if title is not None:
        title.drop_tree()
    for element in list(root.iter(etree.Element)):
        _clean(element, base)
    whole = etree.tostring(root, encoding="unicode", method="html", with_tail=False)
    return _CLEANER.clean(whole.removeprefix("<div>").removesuffix("</div>")).strip()


def _division(html: str) -> HtmlElement | None:
    """Return HTML as a `<div>`: the body that it was read in, for to move all of it takes as long again."""
    document = etree.fromstring(f"<html><body>{html}</body></html>", parser=_PARSER)
    body: HtmlElement | None = document.find("body") if document is not None else None
    if body is not None:
        body.tag = "div"
        body.attrib.clear()
    return body


def _clean(element: HtmlElement, base: str) -> None:
    tag = element.tag
    if tag in _UNWANTED or _is_hidden(element):
        if element.getparent() is not None:
            element.drop_tree()
        return
    handler = _HANDLERS.get(tag)
    if handler:
        handler(element, base)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _NOT_SHOWN.search(style))


def _link(element: HtmlElement, base: str) -> None:
    """Make a link absolute; drop permalinks, and the tags of what is no link in a feed."""
    names = classes(element)
    if not names.isdisjoint(PERMALINKS) or _is_permalink(element):
        element.drop_tree()
    elif not names.isdisjoint(WRAPPERS) or plain_anchor_in_code(element):
        element.tag = UNWRAP
    elif not element.text and _says_nothing(element):
        element.drop_tree()
    elif (href := element.get("href")) is not None:
        address = absolute_link(base, href)
        if address:
            element.set("href", address)
        else:
            element.tag = UNWRAP


def _says_nothing(link: HtmlElement) -> bool:
    """Say whether nothing would be left of a link, once the words of a drawn one are written out."""
    if link.text_content().strip() or next(link.iter("img", "audio", "video", "math"), None) is not None:
        return False
    link.text = link.get("title") or link.get("aria-label") or ""
    return not link.text and not link.get("id")


def _is_permalink(element: HtmlElement) -> bool:
    """Say whether a link stands in the heading that it leads to, beside the heading's words."""
    heading = element.getparent()
    if heading is None or heading.tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return False
    if not heading.get("id") or element.get("href") != f"#{heading.get('id')}":
        return False
    if heading.text_content().strip() == element.text_content().strip():
        element.tag = UNWRAP
        return False
    return True


def _span(element: HtmlElement, base: str) -> None:
    """Drop numbers of lines, and the shape of a formula beside its MathML; keep languages and directions."""
    if not classes(element).isdisjoint(BESIDE):
        element.drop_tree()
    elif element.get("lang") is None and element.get("dir") is None:
        element.tag = UNWRAP


def _formula(element: HtmlElement, base: str) -> None:
    """Write the source of a formula that has one: few readers draw MathML."""
    sources = element.xpath(".//*[local-name()='annotation'][@encoding='application/x-tex']/text()")
    if sources:
        element.clear(keep_tail=True)
        element.tag = UNWRAP
        element.text = f"\\({sources[0].strip()}\\)"
    for other in element.xpath(".//*[local-name()='annotation' or local-name()='annotation-xml']"):
        other.drop_tree()


def _cell(element: HtmlElement, base: str) -> None:
    """Say in an attribute how a column is set: readers drop styles."""
    style = element.get("style")
    if style and (found := _ALIGNED.search(style)):
        element.set("align", found[1].lower())


def _unwrap(element: HtmlElement, base: str) -> None:
    element.tag = UNWRAP


def _quotation(element: HtmlElement, base: str) -> None:
    make_absolute(element, "cite", base)


_HANDLERS: dict[str, Handler] = {
    **MEDIA_HANDLERS,
    "a": _link,
    "area": _link,
    "blockquote": _quotation,
    "del": _quotation,
    "div": plain_division,
    "input": plain_input,
    "ins": _quotation,
    "math": _formula,
    "noscript": _unwrap,
    "q": _quotation,
    "span": _span,
    "table": plain_table,
    "td": _cell,
    "th": _cell,
}
