"""The parts of the `checklist` mapping: texts, ids and lists of them, each read or refused with its line."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from byline.checklists.items import Unmet
from byline.documents import YamlMapping

LONGEST_TEXT = 300
LONGEST_SENTENCE = 5000
"""For texts tied to a sentence, which an article may have at length, and `byline tips --write` writes."""
_ID = re.compile(r"[\w-]{1,64}\Z")
_SHOWN = "`byline tips FILE` shows the ids"


@dataclass(frozen=True, slots=True)
class Pick:
    """What an author says about one item, and where: the id of its sentence, the words, the ids of before."""

    line: int
    id: str = ""
    text: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the values below `checklist` and collects what cannot be used."""

    document: YamlMapping
    unmet: list[Unmet] = field(default_factory=list)

    def line(self, *path: str | int) -> int:
        """Return the line of a key below `checklist`."""
        return self.document.line("checklist", *path)

    def refuse(self, wrong: str, mend: str, *path: str | int) -> None:
        """Note what is wrong with a key below `checklist`."""
        self.unmet.append(Unmet(self.line(*path), wrong, mend))

    def entries(self, value: Mapping[str, Any], key: str) -> Iterable[tuple[int, Any]]:
        """Return the entries of a list with their numbers; nothing where it is no list."""
        found = value.get(key)
        if found is None:
            return ()
        if not isinstance(found, list):
            self.refuse(f"`{key}` is not a list", f"write a line `- …` for each below `{key}:`", key)
            return ()
        return enumerate(found)

    def text(self, value: object, *path: str | int, longest: int = LONGEST_TEXT) -> str:
        """Read a text of one line, `""` where it is refused."""
        name = _name(path)
        text = "" if value is None else str(value).strip()
        if isinstance(value, (bool, list, dict)):
            self.refuse(f"{name} is not a text", "put it in quotes", *path)
        elif not text:
            self.refuse(f"{name} is empty", "write its words, or take it out", *path)
        elif len(text.splitlines()) > 1:
            self.refuse(f"{name} has more than one line", "write one line", *path)
        elif len(text) > longest:
            mend = f"shorten it to {longest}"
            self.refuse(f"{name} has {len(text)} characters", mend, *path)
        elif hidden := _hidden(text):
            wrong = f"{name} holds an invisible control character (U+{ord(hidden):04X})"
            self.refuse(wrong, "delete it", *path)
        else:
            return " ".join(text.split())
        return ""

    def id(self, value: object, *path: str | int) -> str:
        """Read the id of a tip, `""` where it is refused; YAML reads one of digits alone as a number."""
        if isinstance(value, (str, int)) and not isinstance(value, bool) and _ID.match(str(value)):
            return str(value)
        said = f"`{value}`" if isinstance(value, str) else "this"
        self.refuse(f"{said} in {_name(path)} is no id of a tip", _SHOWN, *path)
        return ""

    def aliases(self, value: object, number: int) -> tuple[str, ...]:
        """Read `was`: one old id, or a list of them."""
        if value is None:
            return ()
        olds = value if isinstance(value, list) else [value]
        ids = (self.id(old, "items", number, "was") for old in olds)
        return tuple(dict.fromkeys(old for old in ids if old))

    def once(self, picks: Iterable[Pick]) -> Iterator[Pick]:
        """Yield each pick once, and note those that come again."""
        seen: set[str] = set()
        for pick in picks:
            name = pick.id or pick.text.casefold()
            if name in seen:
                wrong = f"`{pick.id or pick.text}` is listed twice"
                self.unmet.append(Unmet(pick.line, wrong, "keep one of the two"))
            else:
                seen.add(name)
                yield pick


def _name(path: tuple[str | int, ...]) -> str:
    """Return what an author calls the value at a path: the key that stands nearest above it."""
    if len(path) == 1:
        return f"`{path[0]}`"
    return (
        f"an item's `{path[-1]}`"
        if isinstance(path[-1], str) and path[0] == "items"
        else f"an entry of `{path[0]}`"
    )


def _hidden(text: str) -> str:
    return next((sign for sign in text if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\t"), "")
