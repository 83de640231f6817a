"""Checking a provider's settings, each with a sentence on where its value is found."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from byline.addresses import is_safe_link
from byline.problems import ContentError, Problem, did_you_mean

Report = Callable[..., Problem]

COMMON = frozenset({"provider", "load", "counts", "close_after_days", "reply_by_email"})
"""What may be set of every provider."""
LONGEST = 500
_EMAIL = re.compile(r"[^@\s<>\"&?]+@[^@\s<>\"&?]+\.[^@\s<>\"&?]+")
_HOST = r"(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?"
_ADDRESS = re.compile(rf"(?:https?://{_HOST}|/[\w.~-])[\w./~@%+-]*", re.ASCII)
_DIGESTS = {"sha256": 32, "sha384": 48, "sha512": 64}


class Fields:
    """One provider's settings being read; problems collect until `done` raises them all together."""

    def __init__(self, provider: str, values: Mapping[str, Any], report: Report) -> None:
        self._provider, self._values, self._report = provider, values, report
        self._problems: list[Problem] = []
        self._known = set(COMMON)

    def text(self, name: str, where: str, *, default: str | None = None) -> str:
        """Read a text; without a default it must be there. `where` tells where its value is found."""
        self._known.add(name)
        value = self._values.get(name)
        if value is None or value == "":
            if default is None:
                self.refuse(name, f"`{name}` is missing", where)
            return default or ""
        if isinstance(value, (bool, list, dict)) or not str(value).isprintable() or len(str(value)) > LONGEST:
            self.refuse(name, f"`{name}: {value}` is no text of one line", where)
            return ""
        return str(value)

    def matching(self, name: str, pattern: str, where: str, *, default: str | None = None) -> str:
        """Read a text that must have a certain form."""
        value = self.text(name, where, default=default)
        if value and not re.fullmatch(pattern, value):
            self.refuse(name, f"`{name}: {value}` cannot be right", where)
        return value

    def server(self, name: str, where: str, *, default: str | None = None) -> str:
        """Read the address of a server, or a path on this site's own host, without a `/` at its end."""
        value = self.text(name, where, default=default)
        if value and not (_ADDRESS.fullmatch(value) and is_safe_link(value)):
            self.refuse(name, f"`{name}: {value}` is no address of a server", where)
        return value.rstrip("/")

    def email(self, name: str, where: str, *, default: str | None = None) -> str:
        """Read an e-mail address."""
        value = self.text(name, where, default=default)
        if value and not _EMAIL.fullmatch(value):
            self.refuse(name, f"`{name}: {value}` is no e-mail address", where)
        return value

    def integrity(self, name: str = "integrity", *, default: str = "") -> str:
        """Read the digests of a file, as browsers compare them (Subresource Integrity)."""
        where = "write `sha384-` and what `openssl dgst -sha384 -binary FILE | base64 -w0` prints"
        value = self.text(name, where, default=default)
        if not all(map(_is_digest, value.split())):
            self.refuse(name, f"`{name}: {value}` is no digest of a file", where)
        return value

    def refuse(self, name: str, wrong: str, mend: str) -> None:
        """Note that a setting cannot be used."""
        self._problems.append(self._report(f"comments: {wrong}", mend, "comments", name))

    def done(self) -> None:
        """Raise `ContentError` with all problems found, unknown settings among them."""
        for name in self._values.keys() - self._known:
            mend = did_you_mean(str(name), self._known) + self._listed(self._known)
            self.refuse(str(name), f"{self._provider} has no setting `{name}`", mend)
        if self._problems:
            raise ContentError(self._problems)

    @staticmethod
    def _listed(names: Iterable[str]) -> str:
        return "its settings are " + ", ".join(sorted(names))


def _is_digest(word: str) -> bool:
    kind, _, digest = word.partition("-")
    try:
        return len(b64decode(digest, validate=True)) == _DIGESTS.get(kind)
    except (Error, ValueError):
        return False
