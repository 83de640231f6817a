"""Placing comments on an article's archive: which are new, what each is called there, what it answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from byline.articles import Article
from byline.importers.discussions.answers import parents_of
from byline.importers.discussions.archives import COMMENTS, MENTIONS, Archive, archive_file, open_archive
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.found import KEPT, Found
from byline.importers.discussions.tally import Tally
from byline.importers.discussions.writing import Change

LONGEST_ID = 100
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class Shelf:
    """An article's archive while comments are added; `taken` are the ids there, with author and date.

    `fresh` are those of this import, with a sign of what each says.
    """

    archive: Archive
    taken: dict[str, tuple[str, str]]
    new: list[Entry] = field(default_factory=list)
    fresh: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> "Shelf":
        """Read what stands beside an article. Raises `ContentError`."""
        archive = open_archive(archive_file(article.file, COMMENTS))
        mentions = open_archive(archive_file(article.file, MENTIONS))
        taken = {
            record.texts.get("id", ""): (record.texts.get("author", ""), record.texts.get("date", ""))
            for record in (*mentions.all_records, *archive.all_records)
        }
        return cls(archive, taken)

    def place(self, comments: Sequence[Found], tally: Tally) -> None:
        """Add those of a post's comments that are not there yet."""
        ids: dict[str, str] = {}
        fresh: list[Found] = []
        seen: set[Found] = set()
        for comment in comments:
            if comment.state != KEPT:
                continue
            if comment in seen:
                tally.doubles += 1
                continue
            seen.add(comment)
            name, is_new = self._name(comment)
            ids.setdefault(comment.id, name)
            if is_new:
                fresh.append(comment)
                self.taken[name] = (comment.author, _iso(comment))
                self.fresh[name] = _sign(comment)
                ids[_key(comment)] = name
            else:
                tally.present += 1
        parents = parents_of(comments)
        for comment in fresh:
            answered = ids.get(parents[comment.id], "")
            self.new.append(_entry(comment, ids[_key(comment)], answered))
        tally.written += len(fresh)
        if fresh:
            tally.files.add(str(self.archive.file))

    def changes(self) -> Iterator[Change]:
        """Yield the archive's new text, if anything is new."""
        if self.new:
            self.new.sort(key=lambda entry: entry.date or _LAST)
            yield Change(self.archive.file, self.archive.text, self.archive.added(self.new))

    def _name(self, comment: Found) -> tuple[str, bool]:
        """Return the id of a comment here, and whether it is new: two blogs may have counted alike."""
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", comment.id)[:LONGEST_ID]
        sign = _sign(comment)
        for name in (plain, f"{plain}-{sign}"):
            if name not in self.taken:
                return name, True
            author, date = self.taken[name]
            if name in self.fresh:
                known = self.fresh[name] == sign
            else:
                known = author == comment.author or _same_moment(date, comment.date)
            if known:
                return name, False
        return f"{plain}-{sign}", False


def _entry(comment: Found, name: str, answered: str) -> Entry:
    return Entry(name, comment.author, comment.html, comment.date, comment.url, answered)


def _key(comment: Found) -> str:
    """Return what tells a comment from others of its id, for the time of one import."""
    return f"{comment.id}\0{_iso(comment)}\0{comment.author}\0{comment.html}"


def _sign(comment: Found) -> str:
    return sha256("\0".join((comment.author, _iso(comment), comment.html)).encode()).hexdigest()[:8]


def _iso(comment: Found) -> str:
    return comment.date.isoformat() if comment.date else ""


def _same_moment(text: str, date: datetime | None) -> bool:
    try:
        there = datetime.fromisoformat(text) if text else None
    except ValueError:
        return False
    if there and date:
        return (there if there.tzinfo else there.replace(tzinfo=UTC)) == date
    return there is date
