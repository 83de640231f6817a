"""MkDocs' two filters that write addresses as seen from the page, with a note of what they write."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from byline.adapter.rendering.places import Addresses
from byline.adapter.rendering.reading import ADDRESSES
from byline.adapter.rendering.record import Record


class AddressFilters:
    """The filters of one build, in the place of MkDocs' own; those of other plugins stay.

    Each address is noted in the last of the records. On the page that is being printed, plain ones are put
    together without MkDocs.
    """

    def __init__(self, environment: Environment, records: Sequence[Record]) -> None:
        self._environment, self._records = environment, records
        self._accepted: dict[str, Any] = {}
        self._addresses = Addresses()
        for name, original, noting in (
            ("url", url_filter, self._writing(url_filter)),
            ("script_tag", script_tag_filter, self._noting(script_tag_filter)),
        ):
            if environment.filters.get(name) is original:
                environment.filters[name] = noting
                self.accept(name)

    def begin(self, page: Page) -> None:
        """Take note of the page that is printed next."""
        self._addresses.begin(page)

    def accept(self, name: str) -> None:
        """Take the present filter of a name for one that writes addresses by MkDocs' own."""
        self._accepted[name] = self._environment.filters[name]

    def note_all(self) -> bool:
        """Say whether nothing writes addresses without a note."""
        filters = self._environment.filters
        return all(filters[name] is self._accepted.get(name) for name in ADDRESSES)

    def _noting(self, original: Any) -> Any:
        @pass_context
        def noting(context: Context, value: Any) -> Any:
            if self._records:
                self._records[-1].addresses.add(str(value))
            return original(context, value)

        return noting

    def _writing(self, original: Any) -> Any:
        @pass_context
        def writing(context: Context, value: Any) -> Any:
            address, page = str(value), self._addresses.page
            if self._records:
                self._records[-1].addresses.add(address)
            if page is None or context.parent.get("page") is not page:
                return original(context, address)
            return self._addresses.write(address, partial(original, context))

        return writing
