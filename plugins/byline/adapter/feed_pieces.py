"""The entries of feeds: each article cleaned and written once, and remembered by the builds to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from byline.adapter.build import Build
from byline.adapter.processes import spread
from byline.articles import Article
from byline.cache import digest, software
from byline.feeds import (
    LARGEST,
    Entry,
    Piece,
    entry_of,
    feed_content,
    people_of,
    shortened,
    write_pieces,
)
from byline.feeds.characters import xml_text

_KIND = "feed"
_TOGETHER = 16
"""So many entries are written at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry without its text, and as it stands in documents; `key` tells all that it is made of."""

    key: str
    entry: Entry
    piece: Piece


class Pieces:
    """The entries of one build's articles, by the articles' paths. They may be let go of at any time."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._held: dict[str, Written] = {}

    def weight(self, article: Article) -> int:
        """Return how many bytes an article's entry takes at most."""
        return self._held[article.path].piece.weight

    def of(self, articles: Iterable[Article]) -> list[Written]:
        """Return the entries of articles as they are now."""
        articles = list(articles)
        self.prepare(articles)
        return [self._held[article.path] for article in articles]

    def prepare(self, articles: Iterable[Article]) -> None:
        """Make the entries that are not held as they are now, with all processes there are."""
        people = people_of(self._build.site)
        new: list[tuple[str, str, Entry]] = []
        for article in articles:
            entry = entry_of(self._build.site, self._build.rendered[article.path], people)
            key = self._key(article.path, entry)
            held = self._held.get(article.path)
            if held and held.key == key:
                continue
            if piece := _from_plain(self._build.cache.load(_KIND, key)):
                self._held[article.path] = Written(key, entry, piece)
            else:
                new.append((article.path, key, entry))
        parts = [new[start : start + _TOGETHER] for start in range(0, len(new), _TOGETHER)]
        for part, pieces in zip(parts, spread(self._write, parts), strict=True):
            for (path, key, entry), piece in zip(part, pieces, strict=True):
                self._build.cache.save(_KIND, key, [piece.content, piece.around])
                self._held[path] = Written(key, entry, piece)

    def release(self) -> None:
        """Let go of all entries; they are made or remembered again when they are asked for."""
        self._held.clear()

    def _key(self, path: str, entry: Entry) -> str:
        html = self._build.rendered[path].html
        box = self._build.feed_box(path)
        return digest(software(), sha256(html.encode("utf-8", "surrogatepass")).hexdigest(), entry, box)

    def _write(self, part: list[tuple[str, str, Entry]]) -> list[Piece]:
        """Write some entries; one too large for any document links to its article instead of holding it."""
        contents = [self._content(path, entry) for path, _, entry in part]
        entries = [entry for _, _, entry in part]
        pieces = write_pieces(entries, contents)
        for number, (piece, entry) in enumerate(zip(pieces, entries, strict=True)):
            if piece.weight > LARGEST:
                pieces[number] = write_pieces([entry], [shortened(entry)])[0]
        return pieces

    def _content(self, path: str, entry: Entry) -> str:
        content = feed_content(self._build.rendered[path].html, entry.url)
        box = self._build.feed_box(path)
        return f"{content}\n{xml_text(box.html())}" if box else content


def _from_plain(value: Any) -> Piece | None:
    try:
        content, around = value
        return Piece(content, tuple((head, tail) for head, tail in around))
    except (TypeError, ValueError):
        return None
