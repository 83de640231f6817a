"""Texts without any sign of Markdown, which are passed by; in others only what may be there is looked for."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from byline.adapter.conversion.known import known
from byline.adapter.conversion.sparing import shortest, signs_of

_STEP = "markdown.treeprocessors.InlineProcessor"
_HANDLE, _APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"
"""What Markdown looks for all patterns in a text with, and for one."""


def pass_plain_texts(parser: Markdown) -> None:
    """Let a parser pass plain texts by, where all patterns are known, as long as none is added to them."""
    step: Any = parser.treeprocessors["inline"]
    patterns = signs_of(parser)
    if known(step) != _STEP or not patterns:
        return
    signs = shortest(sign for these in patterns for sign in these)
    setattr(step, _HANDLE, _handling(step, patterns, _without(signs)))
    step.run = _running(step, step.run, len(patterns), _without([*signs, INLINE_PLACEHOLDER_PREFIX]))


def _without(signs: list[str]) -> Callable[[str], bool]:
    def is_without(text: str) -> bool:
        for sign in signs:  # noqa: SIM110 - a generator takes twice as long
            if sign in text:
                return False
        return True

    return is_without


def _handling(
    step: Any, signs_of: list[tuple[str, ...]], is_plain: Callable[[str], bool]
) -> Callable[..., str]:
    handle, apply, count = getattr(step, _HANDLE), getattr(step, _APPLY), len(signs_of)

    def handle_signs(text: str, index: int = 0) -> str:
        patterns = step.inlinePatterns
        if len(patterns) != count:
            return str(handle(text, index))
        if is_plain(text) or isinstance(text, AtomicString):
            return text
        start = 0
        while index < count:
            matched = False
            for sign in signs_of[index]:
                if sign in text:
                    text, matched, start = apply(patterns[index], text, index, start)
                    break
            if not matched:
                index, start = index + 1, 0
        return text

    return handle_signs


def _running(
    step: Any, run: Callable[..., Element], count: int, is_plain: Callable[[str], bool]
) -> Callable[..., Element]:
    """Return what hands only those elements on in which there is something to do."""

    def run_there(root: Element, ancestors: list[str] | None = None) -> Element:
        if len(step.inlinePatterns) != count or any(child.tail for child in root):
            return run(root, ancestors)
        there = Element(root.tag)
        there.extend(child for child in root if not is_plain("".join(child.itertext())))
        run(there, ancestors)
        return root

    return run_there
