"""Plain paragraphs, taken for what they are without asking Markdown's other processors of blocks."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

from byline.adapter.conversion.known import known

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
_BEGINS_PLAINLY = re.compile(r"[^\s\d#*+\-_=>\[|!?:\x02]").match
_GOES_ON_SPECIALLY = re.compile(r"\n[ ]*[#*\-_=>\[!?:]").search
"""A line that may be a heading, a rule, a quotation, a reference, an admonition, a definition."""


def take_plain_paragraphs(parser: Markdown) -> None:
    """Let a parser take what can only be a paragraph for one at once, where all processors are known."""
    blocks: Any = parser.parser
    names = [known(step) for step in blocks.blockprocessors]
    if known(blocks) != "markdown.blockparser.BlockParser" or names[-1:] != [_PARAGRAPH]:
        return
    if not _LEAVES_PLAIN.issuperset(names[:-1]):
        return
    processors, count, add_paragraph = blocks.blockprocessors, len(names), blocks.blockprocessors[-1].run
    remembering = [step for step in processors if hasattr(step, "current_sibling")]

    def parse_blocks(parent: Element, texts: list[str]) -> None:
        while texts:
            if _is_plain(texts[0]) and len(processors) == count and _nobody_waits(remembering):
                add_paragraph(parent, texts)
                continue
            for processor in processors:
                if processor.test(parent, texts[0]) and processor.run(parent, texts) is not False:
                    break

    blocks.parseBlocks = parse_blocks


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
