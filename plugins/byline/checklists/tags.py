"""The tags of a piece of HTML, one after the other, with their places in it."""

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

_TAG = re.compile(
    r"<(?:/(?P<end>[a-z][a-z0-9-]*)>"
    r'|(?P<start>[a-z][a-z0-9-]*)(?P<attributes>(?: [a-z][a-z0-9_:.-]*(?:="[^"<>]*")?)*)(?P<alone> ?/)?>'
    r"|!--(?!-)[^<>-]*-->)"
)
_ATTRIBUTE = re.compile(r' ([a-z][a-z0-9_:.-]*)(?:="([^"]*)")?')
_RAW = re.compile(r"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)[ />]")
"""Elements within which parsers look for no tags."""


class TagReader(HTMLParser):
    """Reads a piece of HTML as Python's own parser does, and by the same methods.

    HTML as Markdown converters write it is taken apart by one pattern, many times faster; everything else is
    left to Python's parser.
    """

    takes_texts = True
    """Whether anything is made of the texts between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._place = self._behind = -1
        self._line_starts: list[int] = []

    def read(self, html: str) -> None:
        """Hand over all tags and texts."""
        tags = list(_TAG.finditer(html))
        if len(tags) == html.count("<") and not _RAW.search(html):
            self._hand_over(html, tags)
        else:
            self._place, self._line_starts = -1, [0, *(match.end() for match in re.finditer("\n", html))]
            self.feed(html)
            self.close()

    @property
    def place(self) -> int:
        """Return where the tag at hand stands in the HTML."""
        if self._place >= 0:
            return self._place
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    @property
    def behind(self) -> int:
        """Return where the start tag at hand ends."""
        return self._behind if self._place >= 0 else self.place + len(self.get_starttag_text() or "")

    def _hand_over(self, html: str, tags: list[re.Match[str]]) -> None:
        done = 0
        takes_texts = self.takes_texts
        for tag in tags:
            begin, behind = tag.span()
            if takes_texts and begin > done:
                self.handle_data(unescape(html[done:begin]))
            self._place, self._behind, done = begin, behind, behind
            end, start, attributes, alone = tag.groups()
            if end:
                self.handle_endtag(end)
            elif start:
                take = self.handle_startendtag if alone else self.handle_starttag
                take(start, list(_attributes(attributes)) if attributes else [])
        if takes_texts and len(html) > done:
            self.handle_data(unescape(html[done:]))


@lru_cache(maxsize=1024)
def _attributes(text: str) -> tuple[tuple[str, str | None], ...]:
    """Return the attributes that a start tag has behind its name."""
    found = _ATTRIBUTE.finditer(text)
    return tuple((attribute[1], attribute[2] and unescape(attribute[2])) for attribute in found)
