"""The lines a page prints under a title: who wrote the article, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from byline.importers.days import find_date
from byline.importers.roles import CREDENTIALS, opening_name

LONGEST = 120
MOST_ROLE_WORDS = 8

_PARTS = re.compile(r"\s+[|·•—–/-]\s+|[|·•]")
_LABEL = re.compile(
    r"(?:(?:originally\s)?(?:posted|published|written|created|added)\b|date\b)?\s*:?\s*(?:on\b)?\s*:?\s*",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:last\s)?(?:updated|modified|edited|revised)(?:\son)?:?", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:words|story|text)\s)?by\b:?\s+(?P<who>\S.*)|author:\s+(?P<author>\S.*)", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:in|under|filed under|posted in|categor(?:y|ies):?|tags?:?)\s[\w ,&-]+", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:\d{1,4}|no|one) (?:comments?|responses?|replies|views|shares|likes)\W*|leave a (?:comment|reply)\W*|"
    r"\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?|(?:estimated )?reading time:? .{1,20}",
    re.IGNORECASE,
)
_NO_ONE = frozenset("admin administrator editor staff webmaster".split())


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What such a line says: the `names` of authors, and the `days` that its date can mean."""

    names: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


def read_head_line(line: str) -> HeadLine | None:
    """Read a line that holds nothing but a date, a byline and what goes with them; any other is `None`."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    dated = find_date(line) is not None
    read = [_read_part(part, dated=dated, bare=dated and len(parts) > 1) for part in parts]
    known = [part for part in read if part is not None]
    if not known or len(known) < len(read):
        return None
    names = tuple(dict.fromkeys(name for part in known for name in part.names))
    return HeadLine(names, next((part.days for part in known if part.days), ()))


def _read_part(part: str, *, dated: bool, bare: bool) -> HeadLine | None:
    """Read a part of a line; `dated` says that the line has a date, `bare` that a name needs no "by"."""
    found = find_date(part)
    rest = (found.around if found else part).strip(" ,;()")
    days = found.days if found else ()
    if _ASIDE.fullmatch(rest):
        return HeadLine(days=days)
    if found and _UPDATED.fullmatch(rest):
        return HeadLine()
    rest = _LABEL.sub("", rest, count=1).strip(" ,;:")
    if not rest or (dated and _PLACE.fullmatch(rest)):
        return HeadLine(days=days)
    by = _BY.fullmatch(rest)
    if not by and not (bare and not found):
        return None
    names = _names((by["who"] or by["author"]) if by else rest, dated=dated)
    return HeadLine(names, days) if names else None


def _names(who: str, *, dated: bool) -> tuple[str, ...]:
    """Read the names behind "by"; a role may follow them, a sentence may not."""
    who = re.sub(r"\s+on\Z", "", who, flags=re.IGNORECASE).strip(" ,;")
    who = who.title() if who.isupper() else who
    if who.casefold() in _NO_ONE or (dated and re.fullmatch(r"\w[\w.-]{1,30}", who)):
        return (who,)
    names: list[str] = []
    pieces = re.split(r"\s*,\s*|\s(?:and|&|with)\s", who)
    for place, piece in enumerate(pieces):
        name, after = opening_name(piece)
        if not name or after.strip(" ."):
            return tuple(names) if names and _is_role(pieces[place:]) else ()
        names.append(name)
    return tuple(names)


def _is_role(pieces: Sequence[str]) -> bool:
    text = ", ".join(pieces)
    if text.replace(".", "").casefold() in CREDENTIALS:
        return True
    return len(text.split()) <= MOST_ROLE_WORDS and not text.endswith((".", "!", "?")) and text[:4] != "who "
