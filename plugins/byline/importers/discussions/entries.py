"""An entry of an archive of comments, and the lines of YAML that hold it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_PLAIN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ʯ<](?:[^\s:#\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]| (?! |#|$))*", re.ASCII
)
_WORDS_OF_YAML = frozenset("true false yes no on off y n null none nan inf".split())
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_NO_BLOCK = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://[!$-9;-Z\\^-z~]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """One comment, mention or sign as an archive holds it. `html` is sanitised."""

    id: str
    author: str = ""
    html: str = ""
    date: datetime | None = None
    url: str = ""
    in_reply_to: str = ""
    kind: str = "comment"
    source: str = ""

    def lines(self, indent: str = "") -> Iterator[str]:
        """Yield the lines of this entry, in the one order that there is."""
        yield f"{indent}- id: {_value(self.id)}"
        if self.author:
            yield f"{indent}  author: {_value(self.author)}"
        if self.url:
            yield f"{indent}  url: {_value(self.url)}"
        if self.date:
            yield f"{indent}  date: {self.date.isoformat()}"
        if self.in_reply_to:
            yield f"{indent}  in_reply_to: {_value(self.in_reply_to)}"
        if self.kind != "comment":
            yield f"{indent}  kind: {self.kind}"
        if self.source:
            yield f"{indent}  source: {_value(self.source)}"
        if self.html:
            yield from _text("html", self.html, f"{indent}  ")


def _text(name: str, text: str, indent: str) -> Iterator[str]:
    """Yield a text of several lines as it is, where YAML can hold it so."""
    if "\n" not in text or text[0].isspace() or text[-1].isspace() or _NO_BLOCK.search(text):
        yield f"{indent}{name}: {_value(text)}"
    else:
        yield f"{indent}{name}: |-"
        yield from (f"{indent}  {line}" if line else "" for line in text.split("\n"))


def _value(text: str) -> str:
    """Return a text as a YAML value on one line, in quotes only where YAML might not see a text."""
    if _ADDRESS.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML and text not in {"<", "<<"}:
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in '"\\' else f"\\u{ord(found[0]):04x}"
