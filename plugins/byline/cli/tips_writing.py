"""`byline tips --write`: the items that were drawn, put into the front matter for their author to review."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from byline.checklists import Drawing, Item, Unmet
from byline.cli.tips_output import count
from byline.documents import (
    Entry,
    ListEntry,
    Replacement,
    parse_yaml,
    put_entry,
    replace_texts,
    split_front_matter,
    unreadable,
)
from byline.problems import ContentError, Problem

_KEY = "checklist"
_INSTEAD_OF = ("add", "skip", "reword", "order")


@dataclass(frozen=True, slots=True)
class Review:
    """What is to become of one file: its old text and its new one, and how many items that one lists."""

    file: Path
    old: str
    new: str
    items: int

    @property
    def said(self) -> str:
        """What the author is told about it."""
        if not self.items:
            return f"{self.file}: no checklist: nothing written"
        if self.new == self.old:
            return f"{self.file}: its front matter holds the {count(self.items)} already: nothing written"
        them = "it" if self.items == 1 else "them"
        return f"{self.file}: {count(self.items)} written to the front matter; read {them} over"


def check_file(file: Path) -> None:
    """Refuse, before anything of it is read, what has no front matter to write to."""
    try:
        regular = not file.exists() or file.is_file() or file.is_dir()
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error
    if not regular:
        raise ContentError([Problem(file, 1, "this is no ordinary file", "name an article's file")])
    if file.is_file() and not os.access(file, os.W_OK):
        raise ContentError([Problem(file, 1, "the file is read-only", "let yourself write it first")])
    if file.suffix.lower() == ".txt":
        mend = "make an article of it with `byline import`, and name that"
        raise ContentError([Problem(file, 1, "plain text has no front matter", mend)])


def plan_review(file: Path, text: str, drawing: Drawing) -> Review:
    """Say what is to be written into a file. Raises `ContentError` where its author has to mend it first."""
    if drawing.switched_off:
        wrong, mend = "`checklist: false` asks for none", "remove that line first"
        raise ContentError([Problem(file, _line_of_key(file, text), wrong, mend)])
    if wrongs := _in_the_way(text, drawing):
        raise ContentError([Problem(file, unmet.line, unmet.wrong, unmet.mend) for unmet in wrongs])
    items = drawing.drawn if drawing.awaits_review else drawing.checklist.items
    if not items:
        return Review(file, text, text, 0)
    entry = Entry(_KEY, "items", tuple(map(_as_entry, items)), _INSTEAD_OF)
    return Review(file, text, put_entry(text, file, entry), len(items))


def write_reviews(reviews: Sequence[Review]) -> None:
    """Write all new texts, or none."""
    changed = {review.file.resolve(): review for review in reviews if review.new != review.old}
    replace_texts([Replacement(review.file, review.old, review.new) for review in changed.values()])


def _in_the_way(text: str, drawing: Drawing) -> list[Unmet]:
    """Return the author's choices that cannot be followed, and would be lost by writing over them."""
    body = split_front_matter(text).body_line
    return [unmet for unmet in drawing.unmet if not unmet.warning or unmet.line < body]


def _line_of_key(file: Path, text: str) -> int:
    head = split_front_matter(text)
    return parse_yaml(head.yaml, file, first_line=head.yaml_line).line(_KEY)


def _as_entry(item: Item) -> ListEntry:
    text = " ".join(item.text.split())
    if item.kind == "own" and not item.aliases:
        return text
    entry: dict[str, str | Sequence[str]] = {} if item.kind == "own" else {"id": item.id}
    was = {"was": list(item.aliases)} if item.aliases else {}
    return {**entry, "text": text, **was}
