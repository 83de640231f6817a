"""Plain HTML, read for Material's parser in one pass: the same calls as Python's, in less time.

Python's `HTMLParser` looks at every tag several times, to bear with whatever is no HTML. What Markdown became
is plain, nearly always. Where it is not, Python reads all of it, as ever.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

from byline.adapter.search.sections import Reading, reads_as_known

_VALUE = r'"[^"&<>]*(?:&#?\w+;[^"&<>]*)*"'
_TAG = re.compile(
    rf"<(?:([a-z][a-z0-9-]*)((?:[ \n]+[a-zA-Z_][\w:.-]*(?:={_VALUE})?)*)[ \n]*(/?)"
    r"|/([a-z][a-z0-9-]*)|!--((?:[\w ]|-(?!-))*)--)>",
    re.ASCII,
)
"""A plain tag: its name, attributes and slash, or the name that it ends; or a plain comment."""
_STRIDE = 1 + _TAG.groups
_ATTRIBUTE = re.compile(r'([\w:.-]+)(?:="([^"]*)")?', re.ASCII)
_RAW = frozenset("iframe noembed noframes noscript plaintext script style textarea title xmp".split())
"""Elements in which Python may read no tags, depending on its version."""


@contextmanager
def read_quickly(index: Any) -> Iterator[None]:
    """Let Material's index, whose entries are to come, read HTML so meanwhile."""
    module = sys.modules[type(index).__module__]
    parser = getattr(module, "Parser", None)
    if not isinstance(parser, type) or getattr(parser, "feed", None) is not HTMLParser.feed:
        yield
        return
    setattr(module, "Parser", _quick(parser, module))  # noqa: B010 - the module is not known to mypy
    try:
        yield
    finally:
        setattr(module, "Parser", parser)  # noqa: B010


@cache
def _quick(parser: type[HTMLParser], module: ModuleType) -> type[HTMLParser]:
    known = reads_as_known(module)

    def feed(self: HTMLParser, data: str) -> None:
        parts = _TAG.split(data)
        plain = (
            not self.rawdata and "<" not in "".join(parts[::_STRIDE]) and _RAW.isdisjoint(parts[1::_STRIDE])
        )
        if not plain:
            parser.feed(self, data)
        else:
            _tell(Reading(self, module, _attributes) if known else _Parsing(self), parts)

    return type("QuickParser", (parser,), {"feed": feed})


class _Parsing:
    """Hands on to a parser what is read, as Python does."""

    def __init__(self, parser: HTMLParser) -> None:
        self._parser = parser
        self.end, self.text, self.comment = parser.handle_endtag, parser.handle_data, parser.handle_comment

    def start(self, name: str, written: str) -> None:
        self._parser.handle_starttag(name, list(_attributes(written)) if written else [])

    def empty(self, name: str, written: str) -> None:
        self._parser.handle_startendtag(name, list(_attributes(written)))


def _tell(reading: Reading | _Parsing, parts: list[Any]) -> None:
    """Tell of texts and the tags between them."""
    start, end, text = reading.start, reading.end, reading.text
    if parts[0]:
        text(unescape(parts[0]))
    for at in range(1, len(parts), _STRIDE):
        name, written, slash, ended, comment, following = parts[at : at + _STRIDE]
        if ended:
            end(ended)
        elif not name:
            reading.comment(comment)
        elif slash:
            reading.empty(name, written)
        else:
            start(name, written)
        if following:
            text(unescape(following))


@lru_cache(maxsize=1024)
def _attributes(text: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(
        (found[1].lower(), found[2] and unescape(found[2]) if found[2] is not None else None)
        for found in _ATTRIBUTE.finditer(text)
    )
