"""Dates in the site's language."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel.core import UnknownLocaleError
from babel.dates import format_date


@dataclass(frozen=True, slots=True)
class Day:
    """A date as people read it and as machines do (ISO 8601)."""

    text: str
    iso: str


def describe_date(date: datetime | None, form: str, language: str) -> Day | None:
    """Return a date in the site's language; an unknown language reads as English."""
    if date is None:
        return None
    return Day(
        _written(date.date(), form, language),
        date.isoformat() if (date.hour or date.minute) else date.date().isoformat(),
    )


@lru_cache(maxsize=4096)
def _written(day: date, form: str, language: str) -> str:
    try:
        return format_date(day, form, locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return format_date(day, form, locale="en")
