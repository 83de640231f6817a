"""Entries as they stand in documents: written once, however many feeds show them.

Each writer writes entries without their texts, many at once; what it wrote is cut into the entries. A
document is then what the writer makes of the feed alone, with these pieces in their places and the texts in
the pieces: the same bytes as if the writer had written all of it, for a fraction of the work.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from json.encoder import encode_basestring

from byline.feeds.characters import xml_text
from byline.feeds.feed import Entry, Feed
from byline.feeds.formats import FORMATS

_PLACE = "\ue000the text of this entry\ue001"
"""Stands for a text: characters for private use, which no writer escapes."""

_MOST_KEPT = 3072
"""So many entries are kept as a format writes them, until `let_go`: most stand in several documents."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry's text, and what each format writes before and behind it, in the order of `FORMATS`."""

    content: str
    around: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        """Return how many bytes it takes at most, whatever the format."""
        return _weight(self.content) + max(len((head + tail).encode()) for head, tail in self.around)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a format's entries stand in a document: all entries begin behind `before`, each with `first`, and
    end with `last`, `between` apart; `text` writes a text in the place of ours.
    """

    before: str
    first: str
    last: str
    between: str
    text: Callable[[str], str]


def _in_cdata(text: str) -> str:
    return text.replace("]]>", "]]]]><![CDATA[>")


def _in_xml(text: str) -> str:
    return escape(text, quote=False).replace("\r", "&#13;")


def _in_json(text: str) -> str:
    return encode_basestring(text)[1:-1].replace("<", "\\u003c")


_CUTS = {
    "feed.xml": _Cut("", "    <item>", "</item>", "\n", _in_cdata),
    "atom.xml": _Cut("", "  <entry>", "</entry>", "\n", _in_xml),
    "feed.json": _Cut('"items": [\n', "  {\n", "\n  }", ",\n", _in_json),
}


def write_pieces(entries: Sequence[Entry], contents: Sequence[str]) -> list[Piece]:
    """Write entries, whose texts are `contents`, in every format."""
    if not contents:
        return []
    marked = [
        replace(entry, content=_PLACE if content else "")
        for entry, content in zip(entries, contents, strict=True)
    ]
    feed = Feed("any", "https://any.example/", "Any", "", "en", tuple(marked))
    written = [_cut(_CUTS[name], write(feed, address=feed.url)) for name, _, write in FORMATS]
    return [
        Piece(content, tuple(_halves(text) for text in texts))
        for content, *texts in zip(contents, *written, strict=True)
    ]


def put_together(feed: Feed, pieces: Sequence[Piece], name: str, *, address: str, style: str = "") -> bytes:
    """Write a feed in the format of a file name; the entries of `feed` need no texts, `pieces` have them."""
    index = [file for file, _, _ in FORMATS].index(name)
    write, cut = FORMATS[index][2], _CUTS[name]
    if not pieces:
        return write(feed, address=address, style=style).encode()
    shell = write(replace(feed, entries=_stand_in(feed)), address=address, style=style)
    start, end = _span(cut, shell)
    entries = [_entry(piece, index) for piece in pieces]
    entries[0] = shell[:start].encode() + entries[0]
    entries[-1] += shell[end:].encode()
    return cut.between.encode().join(entries)


@lru_cache(maxsize=_MOST_KEPT)
def _entry(piece: Piece, index: int) -> bytes:
    """Return an entry as it stands in the documents of a format."""
    head, tail = piece.around[index]
    return f"{head}{_CUTS[FORMATS[index][0]].text(piece.content)}{tail}".encode()


def let_go() -> None:
    """Forget the entries that are kept as the formats write them."""
    _entry.cache_clear()


def shortened(entry: Entry) -> str:
    """Return what stands for a text too long for any document: the summary, and a link to all of it."""
    link = f'<p><a href="{escape(entry.url)}">{escape(xml_text(entry.title))}</a></p>'
    return f"<p>{escape(xml_text(entry.summary))}</p>\n{link}" if entry.summary else link


def _stand_in(feed: Feed) -> tuple[Entry]:
    """Return one entry that says of all what a feed's head says of them."""
    unsigned = next((entry for entry in feed.entries if not entry.authors), feed.entries[0])
    return (replace(unsigned, content="", updated=feed.updated or unsigned.updated),)


def _cut(cut: _Cut, text: str) -> list[str]:
    start, end = _span(cut, text)
    parts = text[start:end].split(cut.last + cut.between + cut.first)
    last = len(parts) - 1
    return [
        (cut.first if number else "") + part + (cut.last if number < last else "")
        for number, part in enumerate(parts)
    ]


def _span(cut: _Cut, text: str) -> tuple[int, int]:
    """Return where the entries of a document begin and end."""
    start = text.index(cut.first, text.index(cut.before))
    return start, text.rindex(cut.last) + len(cut.last)


def _halves(text: str) -> tuple[str, str]:
    head, _, tail = text.partition(_PLACE)
    return head, tail


def _weight(text: str) -> int:
    """Return the bytes that a text takes at most once a format escaped it."""
    signs = 4 * (text.count("<") + text.count(">") + text.count("&"))
    return len(text.encode()) + max(signs, sum(map(text.count, '"\\\n\r\t')))
