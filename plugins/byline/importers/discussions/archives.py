"""The archives beside an article as they stand, and how entries are added without touching what is there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from byline.documents import Record, parse_records, read_text
from byline.importers.discussions.entries import Entry
from byline.problems import ContentError, Problem

COMMENTS, MENTIONS = ".comments.yml", ".mentions.yml"


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive: its text as stored, None where there is no such file, and the entries in it."""

    file: Path
    text: str | None = None
    records: tuple[Record, ...] = ()

    @property
    def all_records(self) -> Iterator[Record]:
        """Yield all entries, those nested below others included."""
        waiting = list(reversed(self.records))
        while waiting:
            yield (record := waiting.pop())
            waiting += reversed(record.lists.get("replies", ()))

    def added(self, entries: Sequence[Entry]) -> str:
        """Return the text with entries behind the others; all that stands there stays as it is."""
        if not entries:
            return self.text or ""
        before = self.text or ""
        if not self.records:  # nothing, remarks, or `[]`
            before = "".join(line for line in before.splitlines(keepends=True) if line.startswith("#"))
        if before and not before.endswith("\n"):
            before += "\n"
        lines = (line for entry in entries for line in entry.lines(self._indent()))
        text = before + "".join(f"{line}\n" for line in lines)
        self._prove(text, entries)
        return text

    def without(self, ids: frozenset[str]) -> "Archive":
        """Return the archive without some of its entries, and the replies nested below them included.

        What answered one of them begins a thread.
        """
        lines = (self.text or "").split("\n")
        starts = [self._start(record, lines) for record in self.records]
        gone: set[int] = set()
        last = len(lines) - (not lines[-1])
        for record, first, end in zip(self.records, starts, [*starts[1:], last], strict=True):
            if record.texts.get("id") in ids:
                gone.update(range(first, end))
            elif record.texts.get("in_reply_to") in ids:
                line = record.lines["in_reply_to"] - 1
                gone.update([line] if lines[line].lstrip().startswith("in_reply_to:") else [])
        left = "\n".join(line for number, line in enumerate(lines) if number not in gone)
        if all(record.texts.get("id") in ids for record in self.records):
            left += "[]\n"
        return parse_archive(left, self.file)

    def _indent(self) -> str:
        if not self.records:
            return ""
        lines = (self.text or "").split("\n")
        found = re.match(" *", lines[self._start(self.records[0], lines)])
        return found[0] if found else ""

    @staticmethod
    def _start(record: Record, lines: Sequence[str]) -> int:
        """Return the line, from 0, of the dash that an entry begins with."""
        line = record.line - 1
        while line and not re.match(" *-(?: |$)", lines[line]):
            line -= 1
        return line

    def _prove(self, text: str, entries: Iterable[Entry]) -> None:
        """Make sure that the new text reads back as the old entries and the new ones."""
        expected = [*(record.texts.get("id") for record in self.records), *(entry.id for entry in entries)]
        try:
            records = parse_records(text, self.file)
        except ContentError as error:
            if "16 MiB" in str(error):
                raise
            records = []
        if [record.texts.get("id") for record in records] != expected:
            mend = "begin each entry with `- id: …` on a line of its own, all at one indentation"
            wrong = "nothing can be added behind the last entry here"
            raise ContentError([Problem(self.file, 1, wrong, mend)])


def archive_file(article: Path, ending: str) -> Path:
    """Return where an article's archive stands: beside it."""
    return article.with_name(article.stem + ending)


def open_archive(file: Path) -> Archive:
    """Read an archive, or that there is none yet. Raises `ContentError`."""
    if file.is_symlink():
        raise ContentError([Problem(file, 1, "this is a symbolic link", "put the file itself here")])
    if not file.is_file():
        return Archive(file)
    return parse_archive(read_text(file), file)


def parse_archive(text: str, file: Path) -> Archive:
    """Find the entries in the text of an archive. Raises `ContentError`."""
    return Archive(file, text, tuple(parse_records(text, file)))
