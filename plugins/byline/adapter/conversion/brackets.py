"""Links and images: what stands in their brackets is found in one call where no other bracket does."""

from collections.abc import Callable
from typing import Any

from markdown import Markdown

from byline.adapter.conversion.known import known

_BRACKETED = frozenset(
    f"markdown.inlinepatterns.{name}InlineProcessor"
    for name in "Image ImageReference Link Reference ShortImageReference ShortReference".split()
)


def read_brackets_at_once(parser: Markdown) -> None:
    """Let these patterns leave only brackets within others to be read sign by sign."""
    step: Any
    for step in parser.inlinePatterns:
        if known(step) in _BRACKETED:
            step.getText, step.getLink = _text(step.getText), _link(step.getLink, step.unescape)


def _text(read: Any) -> Callable[[str, int], tuple[str, int, bool]]:
    def get_text(data: str, index: int) -> tuple[str, int, bool]:
        end = data.find("]", index)
        if end < 0 or data.find("[", index, end) >= 0:
            return read(data, index)  # type: ignore[no-any-return]
        return data[index:end], end + 1, True

    return get_text


def _link(read: Any, unescape: Callable[[str], str]) -> Callable[[str, int], tuple[str, Any, int, bool]]:
    def get_link(data: str, index: int) -> tuple[str, Any, int, bool]:
        end = data.find(")", index)
        address = data[index + 1 : end]
        if end < 0 or data[index] != "(" or any(sign in address for sign in "(<'\""):
            return read(data, index)  # type: ignore[no-any-return]
        return unescape(address).strip(), None, end + 1, True

    return get_link
