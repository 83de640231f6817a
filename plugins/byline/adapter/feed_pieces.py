"""The entries of feeds: each article cleaned and written once, and remembered by the builds to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from byline.adapter.build import Build
from byline.adapter.processes import spread
from byline.articles import Article, RenderedArticle
from byline.cache import digest, software
from byline.feeds import (
    LARGEST,
    Entry,
    Piece,
    entry_of,
    feed_content,
    let_go,
    people_of,
    shortened,
    write_pieces,
)
from byline.feeds.characters import xml_text
from byline.pages import ChecklistView

_KIND = "feed"
_TOGETHER = 16
"""So many entries are written at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry without its text, as it stands in documents, and how many bytes it takes there at most.

    `source` is what it was made of: it is made anew for another one.
    """

    source: tuple[RenderedArticle, ChecklistView | None]
    entry: Entry
    piece: Piece
    weight: int


class Pieces:
    """The entries of one build's articles, by the articles' paths. They may be let go of at any time."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._held: dict[str, Written] = {}

    def weight(self, article: Article) -> int:
        """Return how many bytes an article's entry takes at most."""
        return self._held[article.path].weight

    def of(self, articles: Iterable[Article]) -> list[Written]:
        """Return the entries of articles as they are now."""
        articles = list(articles)
        self.prepare(articles)
        return [self._held[article.path] for article in articles]

    def prepare(self, articles: Iterable[Article]) -> None:
        """Make the entries that are not held as they are now, with all processes there are."""
        paths = [article.path for article in articles if not self._is_held(article.path)]
        people = people_of(self._build.site) if paths else {}
        new: list[tuple[str, str, Entry]] = []
        for path in paths:
            entry = entry_of(self._build.site, self._build.rendered[path], people)
            key = self._key(path, entry)
            if piece := _from_plain(self._build.cache.load(_KIND, key)):
                self._hold(path, entry, piece)
            else:
                new.append((path, key, entry))
        parts = [new[start : start + _TOGETHER] for start in range(0, len(new), _TOGETHER)]
        for part, pieces in zip(parts, spread(self._write, parts), strict=True):
            for (path, key, entry), piece in zip(part, pieces, strict=True):
                self._build.cache.save(_KIND, key, [piece.content, piece.around])
                self._hold(path, entry, piece)

    def release(self) -> None:
        """Let go of all entries; they are made or remembered again when they are asked for."""
        self._held.clear()
        let_go()

    def _source(self, path: str) -> tuple[RenderedArticle, ChecklistView | None]:
        return self._build.rendered[path], self._build.checklists.get(path)

    def _is_held(self, path: str) -> bool:
        held = self._held.get(path)
        return held is not None and all(
            one is other for one, other in zip(held.source, self._source(path), strict=True)
        )

    def _hold(self, path: str, entry: Entry, piece: Piece) -> None:
        self._held[path] = Written(self._source(path), entry, piece, piece.weight)

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
