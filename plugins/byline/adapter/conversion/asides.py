"""Paragraphs and lists of words and emphasis alone, written as HTML and set aside like raw HTML.

All that comes after the blocks (patterns, steps over elements, the writing of HTML) then sees one mark in
their place.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import STX, AtomicString
from mkdocs.structure.pages import _ExtractAnchorsTreeprocessor, _ExtractTitleTreeprocessor

from byline.adapter.conversion.headings import AFTERWARDS, WRITERS
from byline.adapter.conversion.known import is_known, known
from byline.adapter.conversion.links import RecordedLinks
from byline.adapter.conversion.sparing import shortest, signs_of

_TOC, _FOOTNOTES = (
    "markdown.extensions.toc.TocTreeprocessor",
    "markdown.extensions.footnotes.FootnoteTreeprocessor",
)
_LEAVE_WORDS = AFTERWARDS | {
    _TOC,
    _FOOTNOTES,
    "markdown.extensions.attr_list.AttrListTreeprocessor",
    "markdown.extensions.footnotes.FootnotePostTreeprocessor",
    "markdown.extensions.footnotes.FootnoteReorderingProcessor",
    "markdown.treeprocessors.InlineProcessor",
    "markdown.treeprocessors.PrettifyTreeprocessor",
    "markdown.treeprocessors.UnescapeTreeprocessor",
    "pymdownx.highlight.HighlightTreeprocessor",
    "pymdownx.tabbed.TabbedTreeprocessor",
}
"""Steps that do nothing to words without signs, but where a mark asks for an outline or for the footnotes."""
_FOR_EACH_PAGE = frozenset((_ExtractAnchorsTreeprocessor, _ExtractTitleTreeprocessor, RecordedLinks))
_EMPHASIS = "markdown.inlinepatterns.DelimiterProcessor"
_DEFINITIONS = "markdown.extensions.def_list.DefListProcessor"
_IS_EMPHASISED = re.compile(r"[^*]*(?:(\*\*?)(?![\s*])[^*]+(?<!\s)\1(?!\*)[^*]*)*").fullmatch
"""Words between single or double asterisks, one emphasis after the other and none within another."""


class Asides:
    """Sets paragraphs of a parser's texts aside, as long as all that takes part is known.

    `root` is the element that holds the present page.
    """

    root: Element | None = None

    def __init__(self, parser: Markdown) -> None:
        steps: list[Any] = [*parser.treeprocessors, *parser.postprocessors]
        signs = signs_of(parser)
        self._parser, self._patterns, self.are_safe = parser, len(signs), False
        self._types = _FOR_EACH_PAGE.union(map(type, steps))
        self._is_known = bool(signs) and _writes_as_known(parser, steps)
        others = (sign for these in signs for sign in these if sign != "*")
        self._signs = shortest([*others, ">", "{", STX, *_marks(steps)])
        blocks: Any = parser.parser.blockprocessors
        self._defines_terms = any(known(step) == _DEFINITIONS for step in blocks)

    def begin(self, root: Element, texts: list[str]) -> None:
        """Note whether no step looks for paragraphs among the blocks of a page, as for what is defined."""
        self.root, parser = root, self._parser
        steps = *parser.treeprocessors, *parser.postprocessors
        self.are_safe = (
            self._is_known
            and len(parser.inlinePatterns) == self._patterns
            and self._types.issuperset(map(type, steps))
            and not (
                self._defines_terms
                and any(line.lstrip(" ").startswith(":") for text in texts for line in text.split("\n"))
            )
        )

    def may_hold(self, text: str) -> bool:
        """Tell whether there is nothing in a paragraph or an item but words and emphasis."""
        for sign in self._signs:
            if sign in text:
                return False
        return "*" not in text or _IS_EMPHASISED(text) is not None

    def put(self, parent: Element, pieces: list[str]) -> None:
        """Set HTML aside whose emphasis is still to be written, and leave a mark in its place."""
        html = "\n".join(pieces)
        for sign, tag in (("**", "strong"), ("*", "em")):
            if sign in html:
                html = _between(html.split(sign), f"<{tag}>", f"</{tag}>")
        SubElement(parent, "p").text = AtomicString(self._parser.htmlStash.store(html))


def _between(texts: list[str], start: str, end: str) -> str:
    """Join texts, of which every other one stands between a start and an end."""
    texts[1::2] = [f"{start}{text}{end}" for text in texts[1::2]]
    return "".join(texts)


def _writes_as_known(parser: Markdown, steps: list[Any]) -> bool:
    emphasis: Any = next((step for step in parser.inlinePatterns if known(step) == _EMPHASIS), None)
    asterisk = emphasis.delimiters.get("*") if emphasis else None
    return (
        _LEAVE_WORDS.issuperset(map(known, steps))
        and is_known("markdown.serializers")
        and parser.serializer in WRITERS
        and asterisk is not None
        and (asterisk.tags, asterisk.smart, asterisk.single, asterisk.double)
        == (("strong", "em"), False, False, False)
    )


def _marks(steps: list[Any]) -> Iterator[str]:
    """Yield the words that ask for an outline or for the footnotes in their place."""
    for step in steps:
        name = known(step)
        mark = step.marker if name == _TOC else ""
        mark = step.footnotes.getConfig("PLACE_MARKER") if name == _FOOTNOTES else mark
        if mark:
            yield mark
