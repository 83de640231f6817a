"""The entries of feeds: each article cleaned and written once, and remembered by the builds to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any

from byline.adapter.build import Build
from byline.adapter.processes import Begun, begin, others
from byline.adapter.together import AT_HAND
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

_KIND, _WEIGHT = "feed", "feed weight"
_TOGETHER = 16
"""So many entries are written at once."""
_MADE = 1024
"""So many are made before the first of them are left to the cache."""


_New = tuple[str, str, Entry]
"""An entry that is still to be written: its article's path, its key, and what it says."""
_Begun = Begun[list[_New], list[tuple[Piece, int]]]


@dataclass(frozen=True, slots=True)
class Written:
    """An entry without its text, and as it stands in documents."""

    entry: Entry
    piece: Piece


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an entry before its text is asked for: its key in the cache, and its weight.

    `source` is what it was made of: it is made anew for another one.
    """

    source: tuple[RenderedArticle, str]
    entry: Entry
    key: str
    weight: int


class Pieces:
    """The entries of one build's articles, by the articles' paths. They may be let go of at any time."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._known: dict[str, _Known] = {}
        self._pieces: dict[str, Piece] = {}
        self._begun: _Begun | None = None

    def weight(self, article: Article) -> int:
        """Return how many bytes an article's entry takes at most in a document."""
        return self._known[article.path].weight

    def keys(self, articles: Iterable[Article]) -> list[str]:
        """Return what tells the entries of articles from all others, in any format."""
        articles = list(articles)
        self.prepare(articles)
        return [self._known[article.path].key for article in articles]

    def of(self, articles: Iterable[Article]) -> list[Written]:
        """Return the entries of articles as they are now."""
        articles = list(articles)
        self.prepare(articles)
        new = []
        for path in dict.fromkeys(article.path for article in articles):
            known = self._known[path]
            if path in self._pieces:
                self._pieces[path] = self._pieces.pop(path)  # the last ones stay at hand
            elif piece := _from_plain(self._build.cache.load(_KIND, known.key)):
                self._pieces[path] = piece
            else:
                new.append((path, known.key, known.entry))
        self._make(new)
        written = [Written(self._known[one.path].entry, self._pieces[one.path]) for one in articles]
        self._leave_to_the_cache()
        return written

    def begin(self, articles: Iterable[Article]) -> None:
        """Let other processes begin with entries that no build wrote yet, for `prepare` to take in."""
        self._begun = self._begin(self._get_to_know(list(articles)[:_MADE]))

    def prepare(self, articles: Iterable[Article]) -> None:
        """Get to know the entries of articles as they are now; those that no build wrote yet are made."""
        begun, self._begun = self._begun, None
        if begun:
            self._take_in(begun)
        new = self._get_to_know(articles)
        for start in range(0, len(new), _MADE):
            self._make(new[start : start + _MADE])
            self._leave_to_the_cache()

    def _get_to_know(self, articles: Iterable[Article]) -> list[_New]:
        """Take in what the cache knows of entries; return those that it does not know."""
        paths = self._unknown(article.path for article in articles)
        people = people_of(self._build.site) if paths else {}
        new: list[_New] = []
        for path in paths:
            entry = entry_of(self._build.site, self._build.rendered[path], people)
            key = self._key(path, entry)
            self._pieces.pop(path, None)
            weight = self._build.cache.load(_WEIGHT, key)
            if type(weight) is int:
                self._known[path] = _Known(self._source(path), entry, key, weight)
            else:
                new.append((path, key, entry))
        return new

    def release(self) -> None:
        """Let go of all entries; they are made or remembered again when they are asked for."""
        self._known.clear()
        self._pieces.clear()
        let_go()

    def _leave_to_the_cache(self) -> None:
        """Let go of the entries that were made first, if they can be remembered again."""
        if self._build.cache.folder:
            for path in list(self._pieces)[:-AT_HAND]:
                del self._pieces[path]

    def _unknown(self, paths: Iterable[str]) -> list[str]:
        """Return those of which nothing is known as they are now."""
        get, rendered, told = self._known.get, self._build.rendered, self._build.checklists.told
        return [
            path
            for path in paths
            if not (known := get(path))
            or known.source[0] is not rendered[path]
            or known.source[1] != told(path)
        ]

    def _source(self, path: str) -> tuple[RenderedArticle, str]:
        return self._build.rendered[path], self._build.checklists.told(path)

    def _key(self, path: str, entry: Entry) -> str:
        html = self._build.rendered[path].html
        checklist = self._build.checklists.told(path)
        return digest(software(), sha256(html.encode("utf-8", "surrogatepass")).hexdigest(), entry, checklist)

    def _make(self, new: list[_New]) -> None:
        """Write entries, with all processes there are, and keep them."""
        if new:
            self._take_in(self._begin(new))

    def _begin(self, new: list[_New]) -> _Begun:
        """Begin to write entries, some at a time."""
        parts = [new[start : start + _TOGETHER] for start in range(0, len(new), _TOGETHER)]
        return begin(self._write, parts, others(parts))

    def _take_in(self, begun: _Begun) -> None:
        """Keep entries that were begun with."""
        for part, pieces in zip(begun.pieces, begun.results(), strict=True):
            for (path, key, entry), (piece, weight) in zip(part, pieces, strict=True):
                self._build.cache.save(_KIND, key, [piece.content, *chain(*piece.around)])
                self._build.cache.save(_WEIGHT, key, weight)
                self._known[path] = _Known(self._source(path), entry, key, weight)
                self._pieces[path] = piece

    def _write(self, part: list[_New]) -> list[tuple[Piece, int]]:
        """Write and weigh some entries; one too large for any document links to its article instead."""
        contents = [self._content(path, entry) for path, _, entry in part]
        entries = [entry for _, _, entry in part]
        written = [(piece, piece.weight) for piece in write_pieces(entries, contents)]
        for number, (_, weight) in enumerate(written):
            if weight > LARGEST:
                piece = write_pieces([entries[number]], [shortened(entries[number])])[0]
                written[number] = piece, piece.weight
        return written

    def _content(self, path: str, entry: Entry) -> str:
        content = feed_content(self._build.rendered[path].html, entry.url)
        box = self._build.feed_box(path)
        return f"{content}\n{xml_text(box.html())}" if box else content


def _from_plain(value: Any) -> Piece | None:
    try:
        content, *around = value
        return Piece(content, tuple(zip(around[::2], around[1::2], strict=True)))
    except (TypeError, ValueError):
        return None
