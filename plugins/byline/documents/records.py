"""YAML lists of small records, whose values are texts or lists of further records: read in one pass.

Thousands of them are read at once, so nothing is made of their YAML but what they hold. A word is a text here
whatever YAML takes it for: somebody may be called No.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from byline.documents.mappings import DEEPEST_YAML, TOO_DEEP, syntax_problem
from byline.documents.plain_values import FASTEST
from byline.problems import ContentError, Problem

MOST_BYTES = 16 * 1024 * 1024
_STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_CONTENT = _STARTS | {yaml.ScalarEvent, yaml.AliasEvent}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Record:
    """One record: its texts and lists by their keys, the line of each, and the line it begins on."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list["Record"]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def parse_records(text: str, file: Path) -> list[Record]:
    """Parse a YAML list of records: no aliases, no repeated keys, at most 16 MiB.

    Raises `ContentError` with all that is wrong.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise ContentError([Problem(file, 1, "this YAML is over 16 MiB", "leave some of it out")])
    reading = _Reading(file)
    try:
        for event in yaml.parse(text, FASTEST):
            reading.take(event)
    except yaml.YAMLError as error:
        raise ContentError([*reading.problems, syntax_problem(error, file, 1)]) from error
    if reading.problems:
        raise ContentError(reading.problems)
    return reading.records


@dataclass(slots=True)
class _Reading:
    """A list being read. `open` holds the lists and records around the next event, `keys` the key in each
    that still waits for its value; `passed` counts the starts of what is skipped.
    """

    file: Path
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    open: list[list[Record] | Record] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    passed: int = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser in."""
        kind = type(event)
        if kind in _ENDS:
            if self.passed:
                self.passed -= 1
            else:
                self.open.pop()
                self.keys.pop()
        elif kind in _CONTENT:
            if self.passed:
                self._pass(kind)
            else:
                self._value(event, kind)
        elif kind is yaml.DocumentStartEvent and (self.records or self.problems):
            self._note(event, "a second document begins here", "keep one list in one file")

    def _value(self, event: Any, kind: type) -> None:
        around = self.open[-1] if self.open else None
        if kind is yaml.AliasEvent:
            self._note(event, "an alias (`*name`) repeats an earlier value", "write the value out")
            if isinstance(around, Record):
                self.keys[-1] = "" if self.keys[-1] is None else None
        elif isinstance(around, Record) and self.keys[-1] is None:
            self._key(around, event, kind)
        elif isinstance(around, Record):
            key, self.keys[-1] = self.keys[-1] or "", None
            self._below(around, key, event, kind)
        elif around is None and kind is yaml.SequenceStartEvent:
            self._enter(self.records, event)
        elif around is None and kind is yaml.ScalarEvent and _is_nothing(event):
            pass
        elif around is not None and kind is yaml.MappingStartEvent:
            around.append(record := Record(event.start_mark.line + 1))
            self._enter(record, event)
        else:
            self._note(event, "this is no list of `key: value` lines", "begin each entry with `- `")
            self._pass(kind)

    def _key(self, record: Record, event: Any, kind: type) -> None:
        key = event.value if kind is yaml.ScalarEvent else ""
        if kind is not yaml.ScalarEvent:
            self._note(event, "a key is not a plain word", "write `key: value`")
            self._pass(kind)
        elif key in record.lines:
            self._note(event, f"`{key}` is written twice", "keep one of the two")
        else:
            record.lines[key] = event.start_mark.line + 1
        self.keys[-1] = key

    def _below(self, record: Record, key: str, event: Any, kind: type) -> None:
        if kind is yaml.ScalarEvent:
            record.texts[key] = "" if _is_nothing(event) else event.value
        elif kind is yaml.SequenceStartEvent:
            self._enter(record.lists.setdefault(key, []), event)
        else:
            self._note(event, f"`{key}` is not a text", f'write `{key}: "…"`')
            self._pass(kind)

    def _enter(self, place: list[Record] | Record, event: Any) -> None:
        if len(self.open) >= DEEPEST_YAML:
            raise ContentError([*self.problems, Problem(self.file, event.start_mark.line + 1, *TOO_DEEP)])
        self.open.append(place)
        self.keys.append(None)

    def _pass(self, kind: type) -> None:
        self.passed += kind in _STARTS

    def _note(self, event: Any, wrong: str, mend: str) -> None:
        self.problems.append(Problem(self.file, event.start_mark.line + 1, wrong, mend))


def _is_nothing(event: Any) -> bool:
    return event.implicit[0] and event.value in _NOTHING
