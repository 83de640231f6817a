"""What drawing an article gives back: the checklist its reader sees, and what was left out of it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["list", "heading", "bold-lead", "prose", "own"]


@dataclass(frozen=True, slots=True)
class Item:
    """One tip to tick off, in the author's words.

    `start` and `end` are offsets into the text as stored, `line` counts from 1. `rules` names the signals
    that spoke for it, where somebody asks for reasons. `id` comes from the words, so that it outlives edits
    elsewhere in the article. `detail` is what the wording left out, or what the article says below a heading.
    `aliases` are ids that the item had before. `section` is the heading above it, unless that is a tip
    itself. `steps` numbers the ordered list it stands in, -1 where it stands in none. An item that the
    author added is of the kind `own`: it has no place in the text.
    """

    start: int
    end: int
    line: int
    kind: Kind
    text: str
    confidence: float
    rules: tuple[str, ...]
    id: str
    detail: str = ""
    aliases: tuple[str, ...] = ()
    section: str = ""
    steps: int = -1


@dataclass(frozen=True, slots=True)
class Checklist:
    """The tips of one article, in its order or the author's; empty where a checklist would not help.

    `title` is the article's, `heading` the one that the author gives to the checklist, `language` the code
    of the article's language where there is a pack for it (ISO 639-1).
    """

    items: tuple[Item, ...] = ()
    title: str = ""
    heading: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A sentence that looked a little like a tip and is not shown, and why."""

    start: int
    end: int
    line: int
    text: str
    kind: Kind
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A choice of the author's that cannot be followed: its line, what is wrong, what to write instead."""

    line: int
    wrong: str
    mend: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A checklist together with what was turned down on the way to it.

    `switched_off` holds where the author wants none: `checklist: false` in the front matter, and
    `awaits_review` where nothing is shown yet: `checklist: review`. `drawn` is what the article gives by
    itself, before the front matter adds, skips or orders anything.
    """

    checklist: Checklist
    rejected: tuple[Rejected, ...] = ()
    switched_off: bool = False
    awaits_review: bool = False
    unmet: tuple[Unmet, ...] = ()
    drawn: tuple[Item, ...] = ()
