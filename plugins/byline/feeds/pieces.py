"""Entries as they stand in documents: written once, however many feeds show them.

Each writer writes entries without their texts, many at once; what it wrote is cut into the entries. A
document is then what the writer makes of the feed alone, with these pieces in their places and the texts in
the pieces: the same bytes as if the writer had written all of it, for a fraction of the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from byline.feeds.characters import xml_text
from byline.feeds.cuts import CUTS, span, written
from byline.feeds.feed import Entry, Feed
from byline.feeds.formats import FORMATS
from byline.feeds.moulds import cast

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


def write_pieces(entries: Sequence[Entry], contents: Sequence[str]) -> list[Piece]:
    """Write entries, whose texts are `contents`, in every format."""
    marked = [
        replace(entry, content=_PLACE if content else "")
        for entry, content in zip(entries, contents, strict=True)
    ]
    texts = list(map(cast, marked))
    rest = [number for number, text in enumerate(texts) if text is None]
    for number, text in zip(rest, written([marked[number] for number in rest]) if rest else (), strict=True):
        texts[number] = text
    return [
        Piece(content, tuple(map(_halves, text or ()))) for content, text in zip(contents, texts, strict=True)
    ]


def put_together(feed: Feed, pieces: Sequence[Piece], name: str, *, address: str, style: str = "") -> bytes:
    """Write a feed in the format of a file name; the entries of `feed` need no texts, `pieces` have them."""
    index = [file for file, _, _ in FORMATS].index(name)
    write, cut = FORMATS[index][2], CUTS[name]
    if not pieces:
        return write(feed, address=address, style=style).encode()
    shell = write(replace(feed, entries=_stand_in(feed)), address=address, style=style)
    start, end = span(cut, shell)
    entries = [_entry(piece, index) for piece in pieces]
    entries[0] = shell[:start].encode() + entries[0]
    entries[-1] += shell[end:].encode()
    return cut.between.encode().join(entries)


@lru_cache(maxsize=_MOST_KEPT)
def _entry(piece: Piece, index: int) -> bytes:
    """Return an entry as it stands in the documents of a format."""
    head, tail = piece.around[index]
    text = CUTS[FORMATS[index][0]].text(piece.content.encode())
    return b"".join((head.encode(), text, tail.encode()))


def let_go() -> None:
    """Forget the entries that are kept as the formats write them."""
    _entry.cache_clear()


def shortened(entry: Entry) -> str:
    """Return what stands for a text too long for any document: the summary, and a link to all of it."""
    link = f'<p><a href="{escape(entry.url)}">{escape(xml_text(entry.title))}</a></p>'
    return f"<p>{escape(xml_text(entry.summary))}</p>\n{link}" if entry.summary else link


def _stand_in(feed: Feed) -> tuple[Entry]:
    """Return one entry that says of all what a feed's head says of them, and little else."""
    one = next((entry for entry in feed.entries if not entry.authors), feed.entries[0])
    updated = feed.updated or one.updated
    return (Entry(one.id, one.url, one.title, "", "", one.published, updated, one.authors[:1]),)


def _halves(text: str) -> tuple[str, str]:
    head, _, tail = text.partition(_PLACE)
    return head, tail


def _weight(text: str) -> int:
    """Return the bytes that a text takes at most once a format escaped it."""
    data = text.encode()
    others = [len(data.translate(None, signs)) for signs in (b"<>&", b'"\\\n\r\t')]
    return len(data) + max(4 * (len(data) - others[0]), len(data) - others[1])
