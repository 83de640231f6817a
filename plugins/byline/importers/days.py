"""The day of an article: as its front matter or its file's name says it, and never invented.

A date in the text itself is found, and only offered: the author says whether it is the article's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from byline.importers.posts import DATE_IN_NAME

YEARS = range(1970, 2100)

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2}\s{1,3})?"
    r"(?:\b(?P<m1>" + _MONTH + r")\s{1,3}(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<y1>\d{4})"
    r"|(?<![\d.])(?P<d2>\d{1,2})(?:st|nd|rd|th|\.)?\s{1,3}(?:of\s)?(?P<m2>"
    + _MONTH
    + r"),?\s{1,3}(?P<y2>\d{4})"
    r"|(?<!\d)(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})"
    r"|(?<![\d.])(?P<one>\d{1,2})(?P<s4>[-/.])(?P<two>\d{1,2})(?P=s4)(?P<y4>\d{4}))(?!\d)"
    r"(?:,?(?:T|\s{1,3}(?:at\s{1,3}|@\s?)?)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, with what stands around it; its `days` are two where `3/4/2019` can mean either."""

    days: tuple[date, ...]
    around: str


def find_date(text: str) -> FoundDate | None:
    """Find the first date in a short text, however it is spelled."""
    found = _DATE.search(text[:200])
    if not found:
        return None
    kind = found.groupdict()
    if kind["y4"]:
        year, one, two = kind["y4"], kind["one"], kind["two"]
        spelled = [(year, two, one)] if kind["s4"] == "." else [(year, one, two), (year, two, one)]
    else:
        number = next(number for number in "123" if kind[f"y{number}"])
        spelled = [(kind[f"y{number}"], kind[f"m{number}"], kind[f"d{number}"])]
    days = tuple(dict.fromkeys(day for parts in spelled if (day := _day(*parts))))
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return FoundDate(days, " ".join(around.split())) if days else None


def spell_days(days: Iterable[date]) -> str:
    """Return days as front matter and `--date` want them."""
    return " or ".join(day.isoformat() for day in days)


def day_in_name(source: Path) -> date | None:
    """Return the date that a file's name begins with, if it is one."""
    found = DATE_IN_NAME.match(source.stem)
    try:
        return date.fromisoformat(found["date"].replace("_", "-")) if found else None
    except ValueError:
        return None


def read_day(value: Any) -> date | None:
    """Return the day of a `date` as front matter spells it, for the file's name."""
    if isinstance(value, Mapping):
        value = value.get("created")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None
