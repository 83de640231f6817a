"""What a piece of a page stood on while it was printed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """What was read on the way.

    `addresses` as templates wrote them; `site`: the parts of the whole site that were asked for. `expected`
    are the templates that may take part, where only some may; `strangers` says that others did.
    """

    expected: frozenset[str] | None = None
    addresses: set[str] = field(default_factory=set)
    site: set[str] = field(default_factory=set)
    strangers: bool = False

    def add(self, other: Record) -> None:
        """Take in what a part of this piece stood on."""
        self.addresses |= other.addresses
        self.site |= other.site
        self.strangers |= other.strangers
