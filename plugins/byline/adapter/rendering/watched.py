"""The site as templates see it, with a note of what they asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from byline.adapter.rendering.record import Record

PREFIX = "byline."


class Watched:
    """Stands for a value of the whole site; what is asked of it is noted in the last of the records."""

    def __init__(self, value: Any, records: Sequence[Record]) -> None:
        self._value, self._records = value, records

    def __getattr__(self, name: str) -> Any:
        if self._records:
            self._records[-1].site.add(PREFIX + name)
        return getattr(self._value, name)
