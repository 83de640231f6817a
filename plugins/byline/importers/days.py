"""The day of an article: as its front matter or its file's name says it, and never invented."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from byline.importers.posts import DATE_IN_NAME


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
