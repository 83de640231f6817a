"""Entries as each format writes them, cut out of a document that a writer wrote of many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from byline.feeds.feed import Entry, Feed
from byline.feeds.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a format's entries stand in a document: all entries begin behind `before`, each with `first`, and
    end with `last`, `between` apart; `text` writes a text in the place of ours, one that XML allows. In bytes
    that is several times as fast.
    """

    before: str
    first: str
    last: str
    between: str
    text: Callable[[bytes], bytes]


def _in_cdata(text: bytes) -> bytes:
    return text.replace(b"]]>", b"]]]]><![CDATA[>")


def _in_xml(text: bytes) -> bytes:
    for sign, written in ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b"\r", b"&#13;")):
        text = text.replace(sign, written)
    return text


def _in_json(text: bytes) -> bytes:
    for sign in (b"\\", b'"'):
        text = text.replace(sign, b"\\" + sign)
    for sign, written in ((b"\n", b"\\n"), (b"\r", b"\\r"), (b"\t", b"\\t"), (b"<", b"\\u003c")):
        text = text.replace(sign, written)
    return text


CUTS = {
    "feed.xml": Cut("", "    <item>", "</item>", "\n", _in_cdata),
    "atom.xml": Cut("", "  <entry>", "</entry>", "\n", _in_xml),
    "feed.json": Cut('"items": [\n', "  {\n", "\n  }", ",\n", _in_json),
}


def written(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Return each entry as it stands in documents, in the order of `FORMATS`."""
    feed = Feed("any", "https://any.example/", "Any", "", "en", tuple(entries))
    texts = [_cut(CUTS[name], write(feed, address=feed.url)) for name, _, write in FORMATS]
    return list(zip(*texts, strict=True))


def _cut(cut: Cut, text: str) -> list[str]:
    start, end = span(cut, text)
    parts = text[start:end].split(cut.last + cut.between + cut.first)
    last = len(parts) - 1
    return [
        (cut.first if number else "") + part + (cut.last if number < last else "")
        for number, part in enumerate(parts)
    ]


def span(cut: Cut, text: str) -> tuple[int, int]:
    """Return where the entries of a document begin and end."""
    start = text.index(cut.first, text.index(cut.before))
    return start, text.rindex(cut.last) + len(cut.last)
