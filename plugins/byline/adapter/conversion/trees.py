"""What Markdown does with each element of a page: done only to those that have what it looks for."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, util

from byline.adapter.conversion.known import known

_VERBATIM = frozenset(("code", "pre"))


def pass_elements_over(parser: Markdown) -> None:
    """Let these steps pass over what they would leave as it is."""
    step: Any
    for step in parser.treeprocessors:
        match known(step):
            case "markdown.treeprocessors.PrettifyTreeprocessor":
                step.run = _with_line_breaks(parser)
            case "markdown.treeprocessors.UnescapeTreeprocessor":
                step.run = _with_signs(step.unescape)
            case "markdown.extensions.attr_list.AttrListTreeprocessor":
                step.run = _where_braces_are(step.run)


class _BlockLevel(dict[Any, bool]):
    """Tells of each tag whether its elements are blocks; Markdown is asked once for each."""

    def __init__(self, parser: Markdown) -> None:
        self._asked = parser.is_block_level

    def __missing__(self, tag: Any) -> bool:
        self[tag] = answer = self._asked(tag)
        return answer


def _with_line_breaks(parser: Markdown) -> Callable[[Element], None]:
    def run(root: Element) -> None:
        _break_lines(root, _BlockLevel(parser))
        for line_break in root.iter("br"):
            line_break.tail = f"\n{line_break.tail}" if _says_something(line_break.tail) else "\n"
        for pre in root.iter("pre"):
            code = pre[0] if len(pre) else pre
            if code.tag == "code" and not len(code) and code.text is not None:
                code.text = util.AtomicString(f"{code.text.rstrip()}\n")

    return run


def _break_lines(element: Element, is_block: _BlockLevel) -> None:
    if len(element) and is_block[element.tag] and element.tag not in _VERBATIM:
        if is_block[element[0].tag] and not _says_something(element.text):
            element.text = "\n"
        for child in element:
            if is_block[child.tag]:
                _break_lines(child, is_block)
    if not _says_something(element.tail):
        element.tail = "\n"


def _says_something(text: str | None) -> bool:
    return bool(text and not text.isspace())


def _with_signs(unescape: Callable[[str], str]) -> Callable[[Element], None]:
    """Return what writes the signs that a text has escaped; each stands behind a letter that nobody types."""

    def run(root: Element) -> None:
        for element in root.iter():
            if (text := element.text) and util.STX in text and element.tag != "code":
                element.text = unescape(text)
            if (tail := element.tail) and util.STX in tail:
                element.tail = unescape(tail)
            for name, value in element.items():
                if value and util.STX in value:
                    element.set(name, unescape(value))

    return run


def _where_braces_are(run: Callable[[Element], None]) -> Callable[[Element], None]:
    def run_there(root: Element) -> None:
        if "{" in "".join(root.itertext()):
            run(root)

    return run_there
