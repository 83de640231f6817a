"""Checking a provider's settings, each with a sentence on where its value is found."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from byline.addresses import is_safe_link
from byline.problems import ContentError, Problem, did_you_mean

Report = Callable[..., Problem]

_EMAIL = re.compile(r"[^@\s<>\"&?]+@[^@\s<>\"&?]+\.[^@\s<>\"&?]+")


class Fields:
    """One provider's settings being read; problems collect until `done` raises them all together."""

    def __init__(self, provider: str, values: Mapping[str, Any], report: Report) -> None:
        self._provider, self._values, self._report = provider, values, report
        self._problems: list[Problem] = []
        self._known: set[str] = {"provider", "reply_by_email"}

    def text(self, name: str, where: str, *, default: str | None = None) -> str:
        """Read a text; without a default it must be there. `where` tells where its value is found."""
        self._known.add(name)
        value = self._values.get(name, default)
        if value in (None, "") or isinstance(value, (list, dict)):
            if value != "" or default != "":
                self._refuse(name, f"`{name}` is missing", where)
            return ""
        return str(value)

    def matching(self, name: str, pattern: str, where: str) -> str:
        """Read a text that must have a certain form."""
        value = self.text(name, where)
        if value and not re.fullmatch(pattern, value):
            self._refuse(name, f"`{name}: {value}` cannot be right", where)
        return value

    def server(self, name: str, where: str) -> str:
        """Read the address of a server: http(s), or a path on this site's own host."""
        value = self.text(name, where).rstrip("/")
        if value and not (re.match(r"https?://[^/]|/", value) and is_safe_link(value)):
            self._refuse(name, f"`{name}: {value}` is no address of a server", where)
        return value

    def email(self, name: str, where: str, *, default: str | None = None) -> str:
        """Read an e-mail address."""
        value = self.text(name, where, default=default)
        if value and not _EMAIL.fullmatch(value):
            self._refuse(name, f"`{name}: {value}` is no e-mail address", where)
        return value

    def done(self) -> None:
        """Raise `ContentError` with all problems found, unknown settings among them."""
        for name in self._values.keys() - self._known:
            mend = did_you_mean(str(name), self._known) + self._listed(self._known)
            self._refuse(str(name), f"{self._provider} has no setting `{name}`", mend)
        if self._problems:
            raise ContentError(self._problems)

    def _refuse(self, name: str, wrong: str, mend: str) -> None:
        self._problems.append(self._report(f"comments: {wrong}", mend, "comments", name))

    @staticmethod
    def _listed(names: Iterable[str]) -> str:
        return "its settings are " + ", ".join(sorted(names))
