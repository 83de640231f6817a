"""Moulds of entries: what the writers write of one, with places for its words.

Two entries that have the same parts, such as one author and three categories each, differ in their words
alone. So writers are asked once for each set of parts, and their words are then put into what they wrote.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from json.encoder import encode_basestring

from feedgen.util import formatRFC2822

from byline.feeds.atom import iri
from byline.feeds.cuts import written
from byline.feeds.feed import Discussion, Entry, Person, Picture
from byline.feeds.formats import FORMATS

_BETWEEN = "\ue002"
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufffe\uffff]")
"""Characters that writers drop or change, and those of our marks."""
_PUBLISHED = datetime(1971, 2, 3, 4, 5, 6, tzinfo=UTC)
_UPDATED = datetime(1972, 3, 4, 5, 6, 7, tzinfo=UTC)
_COUNT = 1_972_030_405_060_708


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an entry has: all that decides which elements are written, and in which order."""

    content: str
    summary: bool
    authors: tuple[tuple[bool, bool], ...]
    categories: int
    picture: str | None
    discussion: tuple[bool, bool, bool] | None

    def marked(self) -> Entry:
        """Return an entry of these parts, with a mark in the place of each word."""
        talk = self.discussion
        return Entry(
            id=f"x:{_mark('id')}",
            url=_mark("url"),
            title=_mark("title"),
            summary=_mark("summary") if self.summary else "",
            content=self.content,
            published=_PUBLISHED,
            updated=_UPDATED,
            authors=tuple(
                Person(
                    _mark(f"name {n}"), _mark(f"url {n}") if url else "", _mark(f"face {n}") if face else ""
                )
                for n, (url, face) in enumerate(self.authors)
            ),
            categories=tuple(_mark(f"category {number}") for number in range(self.categories)),
            picture=Picture(_mark("picture"), self.picture) if self.picture is not None else None,
            discussion=Discussion(
                _mark("talk") if talk[0] else "",
                _COUNT if talk[1] else None,
                _mark("said") if talk[2] else "",
            )
            if talk
            else None,
        )


def cast(entry: Entry) -> tuple[str, ...] | None:
    """Return an entry as it stands in documents, in the order of `FORMATS`; None for one of another kind."""
    words = _words(entry)
    whole = _BETWEEN.join(words)
    if entry.enclosures or whole.count(_BETWEEN) >= len(words) or _ODD.search(whole):
        return None
    if not all(words) or list(map(str.strip, words)) != words or iri(entry) != entry.id:
        return None
    html = _BETWEEN.join((escape(words[0], quote=False), *words[1:])) if entry.summary else whole
    by_format = {
        "feed.xml": _in_xml(html),
        "atom.xml": _in_xml(whole),
        "feed.json": encode_basestring(whole)[1:-1].replace("<", "\\u003c").split(_BETWEEN),
    }
    moulds = _moulds(_parts(entry))
    return tuple(mould.fill(by_format[name]) for mould, (name, _, _) in zip(moulds, FORMATS, strict=True))


def _in_xml(words: str) -> list[str]:
    """Write words as they stand between tags, and then all of them as they stand in attributes."""
    text = escape(words, quote=False)
    return [*text.split(_BETWEEN), *text.replace('"', "&quot;").split(_BETWEEN)]


def _parts(entry: Entry) -> _Parts:
    talk = entry.discussion
    return _Parts(
        entry.content,
        bool(entry.summary),
        tuple((bool(person.url), bool(person.avatar)) for person in entry.authors),
        len(entry.categories),
        entry.picture.type if entry.picture else None,
        (bool(talk.url), talk.count is not None, bool(talk.feed)) if talk else None,
    )


def _words(entry: Entry) -> list[str]:
    """Return all that entries of the same parts may differ in; the summary first, if there is one."""
    words = [entry.summary] if entry.summary else []
    words += [entry.id, entry.url, entry.title, formatRFC2822(entry.published)]
    words += [entry.published.isoformat(), entry.updated.isoformat(), *entry.categories]
    for person in entry.authors:
        words += (person.name, *filter(None, (person.url, person.avatar)))
    if entry.picture:
        words.append(entry.picture.url)
    if entry.discussion:
        said = entry.discussion.count
        words += filter(
            None, (entry.discussion.url, entry.discussion.feed, "" if said is None else str(said))
        )
    return words


def _mark(name: str) -> str:
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class _Mould:
    """What a format writes, and which words belong in its places, by their numbers."""

    text: str
    places: list[int]

    def fill(self, words: list[str]) -> str:
        """Put words in their places."""
        return self.text % tuple(map(words.__getitem__, self.places))


@lru_cache(maxsize=256)
def _moulds(parts: _Parts) -> tuple[_Mould, ...]:
    """Have an entry of these parts written in each format."""
    entry = parts.marked()
    words = _words(entry)
    mark = re.compile('(=")?(' + "|".join(map(re.escape, words)) + ")")

    def mould(text: str) -> _Mould:
        found = mark.findall(text)
        places = [words.index(word) + (len(words) if attribute else 0) for attribute, word in found]
        return _Mould(mark.sub(r"\1%s", text.replace("%", "%%")), places)

    return tuple(map(mould, written([entry])[0]))
