"""The files beside an article that hold what was said of it: `.comments.yml` and `.mentions.yml`."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from byline.addresses import is_safe_link
from byline.articles.fields import FieldError, read_date
from byline.comments.cleaning import clean_html, html_of, text_of
from byline.comments.conversation import KINDS, Comment
from byline.documents import Record, control_characters, parse_records
from byline.problems import Problem, did_you_mean

ARCHIVES = (".comments.yml", ".mentions.yml")
"""How the names of these files end; they begin as that of the article does."""
KEYS = ("id", "author", "url", "date", "in_reply_to", "html", "text", "kind", "source")
PRIVATE = re.compile(r"e-?mail|mail|ip|(?:author_?|remote_?)(?:e-?mail|ip|addr(?:ess)?)|user_?agent", re.I)
LONGEST_ID = 200

_ID = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST_ID}}}")
_HOST = re.compile(r"https?://[^/\s?#@]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A comment as it stands in a file, without its replies; `answers` is the id of what it answers."""

    comment: Comment
    answers: str
    file: Path
    line: int


def read_archive(text: str, file: Path, *, zone: ZoneInfo) -> tuple[list[Written], list[Problem]]:
    """Read a file of comments, and all that is wrong in it. A time without a zone is the site's.

    Raises `ContentError` where it is no such file at all.
    """
    reading = _Reading(file, zone)
    reading.read(parse_records(text, file))
    return reading.found, reading.problems


@dataclass(slots=True)
class _Reading:
    file: Path
    zone: ZoneInfo
    found: list[Written] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, records: Sequence[Record], answered: str = "") -> None:
        """Read comments, and those that stand below each."""
        for record in records:
            self._unknown(record)
            identity = self._id(record)
            answers = self._answers(record, answered)
            self.found.append(Written(self._comment(record, identity), answers, self.file, record.line))
            self.read(record.lists.get("replies", ()), identity)

    def _comment(self, record: Record, identity: str) -> Comment:
        kind = record.texts.get("kind") or "comment"
        if kind not in KINDS:
            mend = did_you_mean(kind, KINDS) + f"use {', '.join(KINDS)}"
            self._note(record, "kind", f"`kind: {kind}` is not known", mend)
        html, text = self._content(record, kind)
        return Comment(
            id=identity,
            author=self._author(record),
            html=html,
            text=text,
            date=self._date(record),
            url=self._address(record, "url"),
            source=self._address(record, "source"),
            kind=kind,
        )

    def _id(self, record: Record) -> str:
        identity = record.texts.get("id", "")
        if not _ID.fullmatch(identity):
            wrong = f"`id: {identity}` is no id" if identity else "a comment without an `id`"
            mend = f"use up to {LONGEST_ID} letters and digits, `-` and `_`: its address is made of it"
            self._note(record, "id", wrong, mend)
        return identity

    def _answers(self, record: Record, above: str) -> str:
        answers = record.texts.get("in_reply_to", "")
        if answers and above and answers != above:
            wrong = f"`in_reply_to: {answers}` below the replies of `{above}`"
            self._note(record, "in_reply_to", wrong, "say it in one of the two ways")
        return answers or above

    def _author(self, record: Record) -> str:
        """Return the author's name, or nothing for one whose name nobody could see."""
        name = " ".join(record.texts.get("author", "").split())
        if not name.isprintable():
            hidden = (sign for sign in name if unicodedata.category(sign) in {"Cc", "Cs"})
            for sign in hidden:
                wrong = f"`author` holds an invisible control character (U+{ord(sign):04X})"
                self._note(record, "author", wrong, "delete it")
        return name if any(unicodedata.category(sign)[0] not in "CZM" for sign in name) else ""

    def _date(self, record: Record) -> datetime | None:
        value = record.texts.get("date", "")
        try:
            return read_date("date", value, self.zone) if value else None
        except FieldError as error:
            self._note(record, "date", error.wrong, error.mend)
            return None

    def _address(self, record: Record, key: str) -> str:
        address = record.texts.get(key, "").strip()
        if address and not (_HOST.match(address) and is_safe_link(address) and address.isprintable()):
            self._note(record, key, f"`{key}: {address}` is no address", "write `https://…`, or leave it out")
            return ""
        return address

    def _content(self, record: Record, kind: str) -> tuple[str, str]:
        """Return what a comment says, as clean HTML and as plain text."""
        html, text = record.texts.get("html", ""), record.texts.get("text", "")
        for key, value in (("html", html), ("text", text)):
            self.problems += control_characters(value, self.file, first_line=self._line(record, key))
        if html and text:
            self._note(record, "text", "both `html` and `text`", "keep one of the two")
        elif kind == "comment" and not html.strip() and not text.strip():
            self._note(record, "id", "a comment that says nothing", "add `html:` or `text:`, or take it out")
        html = clean_html(html) if html else html_of(text)
        return html, text_of(html)

    def _unknown(self, record: Record) -> None:
        for key in record.lines:
            if PRIVATE.fullmatch(key):
                self._note(record, key, f"`{key}` does not belong here", "take it out: it would be published")
            elif key in KEYS and key in record.lists:
                self._note(record, key, f"`{key}` is a list", f'write `{key}: "…"`')
            elif key == "replies" and record.texts.get(key):
                self._note(record, key, "`replies` is no list", "begin each reply with `- `")
            elif key not in KEYS and key != "replies":
                mend = did_you_mean(key, (*KEYS, "replies"))
                self._note(record, key, f"a comment has no `{key}`", mend + "take it out")

    def _line(self, record: Record, key: str) -> int:
        return record.lines.get(key, record.line)

    def _note(self, record: Record, key: str, wrong: str, mend: str) -> None:
        self.problems.append(Problem(self.file, self._line(record, key), wrong, mend))


def doubles(found: Sequence[Written]) -> Iterator[Problem]:
    """Report comments of one article that have one id."""
    first: dict[str, Written] = {}
    for written in found:
        other = first.setdefault(written.comment.id, written)
        if other is not written and written.comment.id:
            place = f"line {other.line}" + (f" of {other.file.name}" if other.file != written.file else "")
            wrong = f"the id `{written.comment.id}` is that of {place} as well"
            yield Problem(written.file, written.line, wrong, "give each comment its own")
