"""What Markdown does with a whole text before and after it: blank lines emptied, raw HTML put back."""

import re
from collections.abc import Callable
from typing import Any

from markdown import Markdown, util

from byline.adapter.conversion.known import known

_BLANK = re.compile(r"\n +(?=\n)")
_STASHED = re.compile(util.HTML_PLACEHOLDER % "([0-9]+)")
_RAW_HTML = frozenset(
    (
        "markdown.extensions.md_in_html.MarkdownInHTMLPostprocessor",
        "markdown.postprocessors.RawHtmlPostprocessor",
    )
)
_START, _END = "<p>", "</p>"


def go_through_texts_once(parser: Markdown) -> None:
    """Let these steps look for what begins with one certain letter, which Python finds quickly."""
    step: Any
    for step in parser.preprocessors:
        if known(step) == "markdown.preprocessors.NormalizeWhitespace":
            step.run = _with_plain_spaces(parser)
    for step in parser.postprocessors:
        if known(step) in _RAW_HTML:
            step.run = _with_raw_html(step)


def _with_plain_spaces(parser: Markdown) -> Callable[[list[str]], list[str]]:
    def run(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for sign, meant in ((util.STX, ""), (util.ETX, ""), ("\r\n", "\n"), ("\r", "\n")):
            text = text.replace(sign, meant)
        text = f"{text}\n\n"
        if "\t" in text:
            text = text.expandtabs(parser.tab_length)
        if "\n " in text and " \n" in text:
            text = _BLANK.sub("\n", text)
        return text.split("\n")

    return run


def _with_raw_html(step: Any) -> Callable[[str], str]:
    """Return what puts stashed HTML where its mark stands: a block in place of the paragraph round it."""

    def run(text: str) -> str:
        count, blocks = step.md.htmlStash.html_counter, step.md.htmlStash.rawHtmlBlocks
        parts: list[str] = []
        last = 0
        for found in _STASHED.finditer(text) if count else ():
            if (number := int(found[1])) >= count:
                continue
            html = step.stash_to_string(blocks[number])
            start, end = found.span()
            if text.endswith(_START, last, start) and text.startswith(_END, end):
                start, end = start - len(_START), end + len(_END)
                html = html if step.isblocklevel(html) else f"{_START}{html}{_END}"
            parts += text[last:start], run(html) if util.STX in html else html
            last = end
        return "".join((*parts, text[last:])) if parts else text

    return run
