"""Plain paragraphs and headings, taken as such without asking Markdown's other processors of blocks.

Paragraphs and lists of words and emphasis alone are set aside, where nothing looks for them any more.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from byline.adapter.conversion.asides import Asides
from byline.adapter.conversion.known import known

_LISTS = frozenset(("dl", "ol", "ul"))
_PARAGRAPH = "markdown.blockprocessors.ParagraphProcessor"
_LEAVES_PLAIN = frozenset(
    f"{module}.{name}Processor"
    for module, names in {
        "markdown.blockprocessors": "EmptyBlock ListIndent CodeBlock HashHeader SetextHeader HR OList UList"
        " BlockQuote Reference",
        "markdown.extensions.admonition": "Admonition",
        "markdown.extensions.def_list": "DefList DefListIndent",
        "markdown.extensions.footnotes": "FootnoteBlock",
        "markdown.extensions.md_in_html": "MarkdownInHtml",
        "markdown.extensions.tables": "Table",
        "pymdownx.details": "Details",
        "pymdownx.superfences": "SuperFencesCodeBlock",
        "pymdownx.tabbed": "Tabbed",
    }.items()
    for name in names.split()
) | {"markdown.extensions.abbr.AbbrBlockprocessor"}
"""Processors that leave plain blocks to the one of paragraphs."""
_BEGINS_PLAINLY = re.compile(r"(?!\d+\.)[^\s#*+\-_=>\[|!?:\x02]").match
_GOES_ON_SPECIALLY = re.compile(r"\n[ ]*[#*\-_=>\[!?:]").search
"""A line that may be a heading, a rule, a quotation, a reference, an admonition, a definition."""

_is_heading = re.compile(r"(#{1,6})([^#\\\n]*)").fullmatch
"""A heading alone in its block, without any sign of which Markdown may take more than its letter."""


def take_plain_paragraphs(parser: Markdown) -> None:
    """Let a parser take what can only be a paragraph for one at once, where all processors are known."""
    blocks: Any = parser.parser
    names = [known(step) for step in blocks.blockprocessors]
    if known(blocks) != "markdown.blockparser.BlockParser" or names[-1:] != [_PARAGRAPH]:
        return
    if not _LEAVES_PLAIN.issuperset(names[:-1]):
        return
    blocks.parseBlocks = _parsing(blocks, Asides(parser))


def _parsing(blocks: Any, asides: Asides) -> Callable[[Element, list[str]], None]:
    processors, in_order = blocks.blockprocessors, list(blocks.blockprocessors)
    count, add_paragraph = len(in_order), in_order[-1].run
    remembering = [step for step in in_order if hasattr(step, "current_sibling")]

    def parse_blocks(parent: Element, texts: list[str]) -> None:
        if parent is blocks.root and parent is not asides.root:
            asides.begin(parent, texts)
        aside = asides.are_safe and parent is blocks.root
        while texts:
            as_known = len(processors) == count
            if as_known and _nobody_waits(remembering):
                if aside and (pieces := list(_to_set_aside(texts, parent, asides))):
                    asides.put(parent, pieces)
                    del texts[: len(pieces)]
                    continue
                if _is_plain(texts[0]):
                    add_paragraph(parent, texts)
                    continue
                if heading := _is_heading(texts[0]):
                    SubElement(parent, f"h{len(heading[1])}").text = heading[2].strip()
                    del texts[0]
                    continue
            for processor in in_order if as_known else processors:
                if processor.test(parent, texts[0]) and processor.run(parent, texts) is not False:
                    break

    return parse_blocks


def _to_set_aside(texts: list[str], parent: Element, asides: Asides) -> Iterator[str]:
    """Yield the HTML of paragraphs and lists, up to the first block that is more than that."""
    after_list = len(parent) > 0 and parent[-1].tag in _LISTS
    for text, following in zip_longest(texts, islice(texts, 1, None), fillvalue=""):
        if _is_plain(text) and asides.may_hold(text):
            yield f"<p>{text}</p>"
        elif text[:2] == "- " and not after_list and _ends_list(following):
            items = [line[2:].lstrip(" ") if line[:2] == "- " else "" for line in text.split("\n")]
            if not all(_is_plain(item) and asides.may_hold(item) for item in items):
                return
            yield "<ul>\n<li>" + "</li>\n<li>".join(items) + "</li>\n</ul>"
        else:
            return
        after_list = False


def _ends_list(text: str) -> bool:
    """Tell whether a block belongs to no list above it, whatever stands between them."""
    return _is_plain(text) or _is_heading(text) is not None


def _is_plain(text: str) -> bool:
    if not _BEGINS_PLAINLY(text):
        return False
    return "\n" not in text or ("|" not in text and not _GOES_ON_SPECIALLY(text))


def _nobody_waits(steps: list[Any]) -> bool:
    """Tell whether no processor has found, in an earlier test, where the next block belongs."""
    for step in steps:  # noqa: SIM110 - at every block, a generator takes longer than the rest
        if step.current_sibling is not None:
            return False
    return True
