"""Front-matter fields: each read from what authors write, or refused with a mend.

The keys and their meaning are those of Material's blog, so that its posts work unchanged.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from byline.addresses import is_safe_link, is_slug
from byline.problems import did_you_mean

EARLIEST_YEAR, LATEST_YEAR = 1800, 2999


class FieldError(ValueError):
    """A field that cannot be used: what is wrong, what to write instead, and its key within."""

    def __init__(self, wrong: str, mend: str, key: str = "") -> None:
        self.wrong, self.mend, self.key = wrong, mend, key
        super().__init__(f"{wrong}; {mend}")


def read_text_field(name: str, value: object) -> str:
    """Read a one-line text; numbers and dates count as text, lists do not."""
    if isinstance(value, (list, dict)):
        raise FieldError(f"`{name}` is not a text", f'write `{name}: "…"`')
    return " ".join(_printable(name, str(value)).split()) if value is not None else ""


def read_names(name: str, value: object) -> tuple[str, ...]:
    """Read a list of names; a single name, or names between commas, will do as well."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list) or any(isinstance(item, (list, dict)) for item in value):
        raise FieldError(f"`{name}` is not a list of names", f"write `{name}: [first, second]`")
    for item in value:
        if isinstance(item, bool):
            wrong = f"`{name}` holds a word that YAML reads as {str(item).lower()}"
            raise FieldError(wrong, 'put it in quotes, as in `"no"`')
    names = (" ".join(_printable(name, str(item)).split()) for item in value if item is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def read_switch(name: str, value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise FieldError(
            f"`{name}: {value}` is neither true nor false", f"write `{name}: true` or `{name}: false`"
        )
    return value


def read_checklist(name: str, value: object) -> bool:
    """Read whether there may be a checklist. What else its author decides is read where it is drawn."""
    if isinstance(value, Mapping) or (isinstance(value, str) and value.casefold() in ("auto", "review")):
        return True
    if not isinstance(value, bool):
        said = (
            f"`{name}` is a list" if isinstance(value, list) else f"`{name}: {value}` says nothing known here"
        )
        near = did_you_mean(str(value), ("auto", "review")) if isinstance(value, str) else ""
        mend = f"{near}write `true`, `false` or `review`, or keys such as `title:` below it"
        raise FieldError(said, mend)
    return value


def read_minutes(name: str, value: object) -> int:
    """Read a reading time in whole minutes."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 1000:
        raise FieldError(f"`{name}: {value}` is no number of minutes", f"write `{name}: 5`")
    return value


def read_slug(name: str, value: object) -> str:
    """Read the author's own slug."""
    slug = unicodedata.normalize("NFC", str(value))
    if not is_slug(slug):
        mend = "use letters, digits and `-`, without `/`"
        raise FieldError(f"`{name}: {value}` cannot be an address", mend)
    return slug


def read_link(name: str, value: object) -> str:
    """Read a link or a path that may be published."""
    if not isinstance(value, str) or not is_safe_link(value):
        raise FieldError(f"`{name}: {value}` is no link", "use an http(s) address or a path")
    return value


def read_dates(name: str, value: object, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """Read a date, or Material's mapping of `created` and `updated`; a time without zone is the site's."""
    if not isinstance(value, Mapping):
        return read_date(name, value, zone), None
    if unknown := set(value) - {"created", "updated"}:
        raise FieldError(
            f"`{name}` has an unknown key `{min(map(str, unknown))}`", "use `created` and `updated`"
        )
    created, updated = (
        read_date(f"{name}.{key}", value[key], zone, key) if value.get(key) is not None else None
        for key in ("created", "updated")
    )
    return created, updated


def read_date(name: str, value: Any, zone: ZoneInfo, key: str = "") -> datetime:
    """Read `2026-03-04`, with or without a time and a zone; `key` is where it stands within its field."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            value = None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise FieldError(f"`{name}` is no date", f"write `{name}: 2026-03-04` (year-month-day)", key)
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise FieldError(
            f"`{name}` is in the year {value.year}", f"write `{name}: 2026-03-04` (year-month-day)"
        )
    return value if value.tzinfo else value.replace(tzinfo=zone)


def _printable(name: str, text: str) -> str:
    """Refuse a text with control characters, which YAML can write as `\\0` or `\\x1b`."""
    if text.isprintable():
        return text
    if hidden := next(
        (
            character
            for character in text
            if unicodedata.category(character) in {"Cc", "Cs"} and not character.isspace()
        ),
        None,
    ):
        raise FieldError(f"`{name}` holds an invisible control character (U+{ord(hidden):04X})", "delete it")
    return text
