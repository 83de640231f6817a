"""Pages that wait to be printed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from jinja2 import Template
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Job:
    """A page that is printed later.

    `key` is that of its file in the cache, where it may be kept, `standing` the one it is known by at first
    sight.
    """

    template: Template
    context: dict[str, Any]
    page: Page
    key: str | None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A page that was printed: the `state` of its file in the cache, the parts of the `site` it stands on."""

    state: list[int] | None = None
    site: tuple[str, ...] = ()
    empty: bool = False


class Silence(logging.Filter):
    """Takes MkDocs' word that a page is empty out of its log: the page is written later, or already was."""

    def __init__(self) -> None:
        super().__init__()
        self.source = ""

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether MkDocs may say this."""
        return not self.source or record.msg != empty_page(self.source)


def empty_page(source: str) -> str:
    """Return what MkDocs says of a page that is empty."""
    return f"Page skipped: '{source}'. Generated empty output."
