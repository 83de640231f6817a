"""The outline of a page: plain headings are read as they stand, and it is drawn only where it is shown."""

from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, serializers, util
from markdown.extensions import toc

from byline.adapter.conversion.known import is_known, known

_toc: Any = toc  # whose newest functions mypy does not know
AFTERWARDS = frozenset(
    (
        "markdown.extensions.footnotes.FootnotePostprocessor",
        "markdown.extensions.md_in_html.MarkdownInHTMLPostprocessor",
        "markdown.postprocessors.AndSubstitutePostprocessor",
        "markdown.postprocessors.RawHtmlPostprocessor",
    )
)
"""Steps that leave texts without any sign alone."""
WRITERS = (serializers.to_html_string, serializers.to_xhtml_string)
_LABEL = "data-toc-label"
_PLAIN_ATTRIBUTES = frozenset(("class", "id"))


def read_plain_headings(parser: Markdown) -> None:
    """Let a parser's outline be made so, where all that takes part in it is known.

    `toc_tokens` is the same; `toc`, its HTML, which nothing in MkDocs reads, stays empty.
    """
    names = {known(step) for step in parser.postprocessors}
    if not is_known("markdown.serializers") or parser.serializer not in WRITERS or not names <= AFTERWARDS:
        return
    step: Any
    for step in parser.treeprocessors:
        if known(step) == "markdown.extensions.toc.TocTreeprocessor":
            step.run = _outlining(step, step.run, len(parser.postprocessors))


def _outlining(step: Any, run: Callable[[Element], None], count: int) -> Callable[[Element], None]:
    def outline(root: Element) -> None:
        headings, ids, marked = _found(root, step)
        if headings is None or len(step.md.postprocessors) != count:
            run(root)
            return
        tokens = _toc.nest_toc_tokens(list(_tokens(headings, ids, step)))
        if marked:
            step.replace_marker(root, step.build_toc_div(tokens))
        step.md.toc_tokens, step.md.toc = tokens, ""

    return outline


def _found(root: Element, step: Any) -> tuple[list[Element] | None, set[Any], bool]:
    """Return a page's headings, all ids, and whether the mark of the outline may stand in it.

    No headings where one of them is not to be read here: with a label of its own, or another one in it.
    """
    headings: list[Element] = []
    ids: set[Any] = set()
    marker, marked = step.marker, False
    for element in root.iter():
        tag, text, names = element.tag, element.text, element.keys()
        if not isinstance(tag, str):
            return None, ids, marked
        if tag[:1] in "hH" and step.header_rgx.match(tag):
            headings.append(element)
            if _LABEL in names or (len(element) and _within(element, step.header_rgx.match)):
                return None, ids, marked
        if "id" in names:
            ids.add(element.get("id"))
        if text and marker and marker in text:
            marked = True
    return headings, ids, marked


def _within(element: Element, is_heading: Callable[[str], object]) -> bool:
    tags = (inner.tag for child in element for inner in child.iter())
    return any(isinstance(tag, str) and is_heading(tag) for tag in tags)


def _tokens(headings: Iterable[Element], ids: set[Any], step: Any) -> Iterator[dict[str, Any]]:
    """Give each heading its level, its id and what links to it, and yield what the outline says of it."""
    counters: dict[str, int] = {}
    for heading in headings:
        step.set_level(heading)
        html, name = _words(heading, step.md)
        names = heading.keys()
        if "id" not in names:
            heading.set("id", _toc.unique(step.slugify(unescape(name), step.sep), ids, counters))
        anchor: Any = heading.get("id")
        level = int(heading.tag[-1])
        if step.toc_top <= level <= step.toc_bottom:
            address = _toc.unescape(anchor) if util.STX in anchor else anchor
            yield {"level": level, "id": address, "name": name, "html": html, _LABEL: ""}
        if step.use_anchors:
            step.add_anchor(heading, anchor)
        if step.use_permalinks not in (False, None):
            step.add_permalink(heading, anchor)


def _words(heading: Element, parser: Markdown) -> tuple[str, str]:
    """Return the HTML in a heading, and its text."""
    text = heading.text or ""
    plain = text.isprintable() and not ("<" in text or ">" in text or "&" in text)
    if plain and not len(heading) and _PLAIN_ATTRIBUTES.issuperset(heading.keys()):
        return text.strip(), " ".join(text.split())
    html = _toc.render_inner_html(_toc.remove_fnrefs(heading), parser)
    return html, _toc.strip_tags(html)
