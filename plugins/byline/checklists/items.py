"""What drawing an article gives back: the checklist its reader sees, and what was left out of it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["list", "heading", "bold-lead", "prose"]


@dataclass(frozen=True, slots=True)
class Item:
    """One tip to tick off, in the author's words.

    `start` and `end` are offsets into the text as stored, `line` counts from 1. `rules` names the signals
    that spoke for it. `id` comes from the words, so that it outlives edits elsewhere in the article.
    `detail` is what the wording left out, or what the article says below a heading.
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


@dataclass(frozen=True, slots=True)
class Checklist:
    """The tips of one article, in its order; empty where a checklist would not help."""

    items: tuple[Item, ...] = ()
    title: str = ""


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
class Drawing:
    """A checklist together with what was turned down on the way to it.

    `switched_off` holds where the author wants none: `checklist: false` in the front matter.
    """

    checklist: Checklist
    rejected: tuple[Rejected, ...] = ()
    switched_off: bool = False
