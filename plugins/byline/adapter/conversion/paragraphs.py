"""Plain paragraphs, taken for what they are without asking Markdown's other processors of blocks."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

from byline.adapter.conversion.known import known

_PARAGRAPH = "markdown.blockprocessors.ParagraphProcessor"
_LEAVES_PLAIN = frozenset(
    [f"markdown.blockprocessors.{name}Processor" for name in (
        "EmptyBlock ListIndent CodeBlock HashHeader SetextHeader HR OList UList BlockQuote Reference"
    ).split()]
    + ["markdown.extensions.tables.TableProcessor", "pymdownx.superfences.SuperFencesCodeBlockProcessor"]
)  # fmt: skip
"""Processors that leave plain blocks to the one of paragraphs."""
_BEGINS_PLAINLY = re.compile(r"[^\s\d#*+\-_=>\[|]").match
_GOES_ON_SPECIALLY = re.compile(r"\n[ ]*[#*\-_=>\[]").search
"""A line that may be a heading, a rule, a quotation or a reference."""


def take_plain_paragraphs(parser: Markdown) -> None:
    """Let a parser take what can only be a paragraph for one at once, where all processors are known."""
    blocks: Any = parser.parser
    names = [known(step) for step in blocks.blockprocessors]
    if known(blocks) != "markdown.blockparser.BlockParser" or names[-1:] != [_PARAGRAPH]:
        return
    if not _LEAVES_PLAIN.issuperset(names[:-1]):
        return
    processors, count, add_paragraph = blocks.blockprocessors, len(names), blocks.blockprocessors[-1].run

    def parse_blocks(parent: Element, texts: list[str]) -> None:
        while texts:
            if _is_plain(texts[0]) and len(processors) == count:
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
