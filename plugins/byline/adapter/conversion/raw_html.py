"""Raw HTML, looked for tag by tag only in texts with a tag; comments between paragraphs are simple."""

import re
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from mkdocs.structure.pages import _RawHTMLPreprocessor

from byline.adapter.conversion.known import is_known, known

_LOOK_FOR_BLOCKS = frozenset(
    (
        "markdown.extensions.md_in_html.HtmlBlockPreprocessor",
        "markdown.preprocessors.HtmlBlockPreprocessor",
    )
)
_TAG = re.compile("<[A-Za-z]")
_COMMENT = re.compile(r"<!--(?:(?<=\n\n<!--)|(?<=\A<!--))[^<>&\n-]*-->(?=\n\n)")
"""A comment that is a block of its own; the pattern begins with letters, which Python looks for quickly."""


class RawAnchors(_RawHTMLPreprocessor):
    """Finds the anchors in raw HTML as MkDocs does, in texts with a tag."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        return super().run(lines) if _TAG.search("\n".join(lines)) else lines


def read_raw_html_sparingly(parser: Markdown) -> None:
    """Let a parser set nothing but comments aside where a text has no other HTML."""
    step: Any
    for step in parser.preprocessors:
        if known(step) in _LOOK_FOR_BLOCKS and is_known("markdown.htmlparser"):
            step.run = _setting_comments_aside(step.run, parser)


def _setting_comments_aside(run: Any, parser: Markdown) -> Callable[[list[str]], list[str]]:
    def read(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        comments = _COMMENT.findall(text) if "<" in text else ()
        if text.count("<") != len(comments) or "&#" in text:
            return list(run(lines))
        for comment in comments:
            mark = parser.htmlStash.store(f"{comment}\n")
            text = text.replace(comment, f"{mark}\n\n", 1)
        return text.split("\n") if comments else lines

    return read
