"""The tags of a piece of HTML, one after the other, with their places in it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

_PARTED = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(
    r"<(?:/(?P<end>[a-z][a-z0-9-]*)>"
    r'|(?P<start>[a-z][a-z0-9-]*)(?P<attributes>(?: [a-z][a-z0-9_:.-]*(?:="[^"<>]*")?)*)(?P<alone> ?/)?>'
    r"|!--(?!-)[^<>-]*-->)"
)
_ATTRIBUTE = re.compile(r' ([a-z][a-z0-9_:.-]*)(?:="([^"]*)")?')
_RAW = re.compile(r"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)[ />]")
"""Elements within which parsers look for no tags."""
_END_TAG = re.compile(r"</[a-zA-Z][^\s/>]*\s*>")

Tag = tuple[str, bool, bool, Mapping[str, str | None]]
"""The name of a tag, whether it opens its element, whether it closes it, and its attributes.

Of two attributes of one name the first counts, as in browsers. A comment has no name and does neither.
"""
PlacedTag = tuple[int, int, Tag, str]
"""Where a tag begins and ends in the HTML, the tag, and the text behind it.

An end tag that browsers read in another way than Python's parser ends at -1.
"""


def read_tags(html: str) -> tuple[Iterable[PlacedTag], bool]:
    """Return all tags in their order, as Python's own parser reads them, and whether all are plain.

    Plain tags, as Markdown converters write them, are taken apart by one pattern, many times faster; with any
    other in it, HTML is left to Python's parser. Plain tags are read the same with one attribute more.
    """
    parts = _PARTED.split(html)
    tags = [tag for tag in map(_tag, parts[1::2]) if tag]
    if len(tags) != html.count("<") or _RAW.search(html):
        return _Reader(html).tags, False
    places = list(accumulate(map(len, parts)))
    texts = map(unescape, parts[2::2]) if "&" in html else parts[2::2]
    return zip(places[::2], places[1::2], tags, texts, strict=False), True


@lru_cache(maxsize=1024)
def _tag(text: str) -> Tag | None:
    """Return a tag of the common kind, None for any other."""
    found = _TAG.fullmatch(text)
    if not found:
        return None
    end, start, attributes, alone = found.groups()
    pairs = [(pair[1], pair[2] and unescape(pair[2])) for pair in _ATTRIBUTE.finditer(attributes or "")]
    return start or end or "", bool(start), bool(end or alone), dict(reversed(pairs))


class _Reader(HTMLParser):
    """Collects the tags of any HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._tags: list[tuple[int, int, Tag]] = []
        self._texts: list[list[str]] = []
        self._html = html
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    @property
    def tags(self) -> list[PlacedTag]:
        """Return all tags, with the texts behind them."""
        return [(*tag, "".join(texts)) for tag, texts in zip(self._tags, self._texts, strict=True)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]], *, alone: bool = False) -> None:
        behind = self._place() + len(self.get_starttag_text() or "")
        self._add(behind, (tag, True, alone, dict(reversed(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs, alone=True)

    def handle_endtag(self, tag: str) -> None:
        found = _END_TAG.match(self._html, self._place())
        self._add(found.end() if found else -1, (tag, False, True, {}))

    def handle_data(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)

    def _add(self, behind: int, tag: Tag) -> None:
        self._tags.append((self._place(), behind, tag))
        self._texts.append([])

    def _place(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column
