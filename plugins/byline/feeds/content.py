"""An article's HTML as feed readers want it: absolute links, nothing that only a web page can use."""

from urllib.parse import urljoin

import lxml.html
import nh3
from lxml.etree import ParserError

from byline.feeds.boxes import write_signs
from byline.feeds.characters import xml_html

_UNWANTED = (
    "script | style | input | button | svg | template | byline-checklist | a[@class='headerlink']"
    " | a[@class='byline-tip__back']"
)
_TAGS = nh3.ALLOWED_TAGS | {
    "figure",
    "figcaption",
    "picture",
    "source",
    "audio",
    "video",
    "mark",
    "details",
    "summary",
}
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "audio": {"src", "controls"},
    "video": {"src", "poster", "controls", "width", "height"},
    "*": {"id", "lang", "dir", "title"},
}


def feed_content(html: str, base: str) -> str:
    """Clean the HTML of an article whose address is `base`, for its entry in a feed.

    Header links, scripts, styles and form controls go, frames become links, the first `<h1>` goes (feed
    readers show the title), the boxes of checklists become signs, and every link is absolute.
    """
    html = xml_html(html)
    try:
        root = lxml.html.fragment_fromstring(html, create_parent="div")
    except ParserError:
        return ""
    write_signs(root)
    for element in root.xpath(" | ".join(f".//{name.strip()}" for name in _UNWANTED.split("|"))):
        element.drop_tree()
    for heading in root.xpath("(.//h1)[1]"):
        heading.drop_tree()
    for frame in root.xpath(".//iframe[@src] | .//embed[@src]"):
        link = lxml.html.Element("a", href=frame.get("src"))
        link.text = frame.get("title") or _absolute(base, frame.get("src"))
        link.tail = frame.tail
        frame.getparent().replace(frame, link)
    root.make_links_absolute(base, resolve_base_href=False, handle_failures="ignore")
    inner = lxml.html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
    return nh3.clean(inner, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None).strip()


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return link
