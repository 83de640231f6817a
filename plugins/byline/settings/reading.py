"""Reading the settings that are an option's own, each reported with its line and what to write instead."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from byline.problems import ContentError, Problem, did_you_mean

Report = Callable[..., Problem]
Value = TypeVar("Value")


class Reading:
    """One option's settings being read; problems collect until `done` raises them all together."""

    def __init__(self, option: str, values: Mapping[str, Any], report: Report) -> None:
        self.values = values
        self._option, self._report = option, report
        self._problems: list[Problem] = []

    def refuse(self, name: str, wrong: str, mend: str) -> None:
        """Note that a setting cannot be used."""
        self._problems.append(self._report(f"{self._option}: {wrong}", mend, self._option, name))

    def known(self, kind: type) -> None:
        """Refuse settings that are no fields of a dataclass."""
        names = tuple(field.name for field in fields(kind))
        for name in self.values:
            if name not in names:
                mend = did_you_mean(str(name), names) + "its settings are " + ", ".join(names)
                self.refuse(str(name), f"there is no setting `{name}`", mend)

    def read(self, name: str, read: Callable[[Any], Value], default: Value, mend: str) -> Value:
        """Read a setting; `read` raises `ValueError` or `TypeError` for a value that cannot be used."""
        value = self.values.get(name)
        if value is None:
            return default
        try:
            return read(value)
        except (ValueError, TypeError):
            self.refuse(name, f"`{name}: {value}` cannot be used", mend)
            return default

    def done(self, value: Value) -> Value:
        """Return what was read. Raises `ContentError`."""
        if self._problems:
            raise ContentError(self._problems)
        return value
