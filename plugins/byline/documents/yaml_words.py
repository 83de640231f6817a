"""Lists written as YAML that a person reads: each text on one line, in quotes only where it needs them."""

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

ListEntry = str | Mapping[str, str | Sequence[str]]
"""What a written list may hold: a text, or names with a text or a few words each."""

_ON_ONE_LINE = 2**31
_NUMBER = re.compile(r"[-+]?\.?[0-9][0-9_.:eE+-]*|0[xo][0-9a-fA-F]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(rf'["\\]|{_INVISIBLE.pattern}')


def list_lines(name: str, entries: Sequence[ListEntry], indent: str) -> Iterator[str]:
    """Yield the lines of `name:` with a list below it."""
    yield f"{indent}{name}:"
    for entry in entries:
        sign = f"{indent}  - "
        if isinstance(entry, str):
            yield sign + word(entry)
            continue
        for key, value in entry.items():
            shown = word(value) if isinstance(value, str) else f"[{', '.join(map(_in_brackets, value))}]"
            yield f"{sign}{key}: {shown}"
            sign = f"{indent}    "


def word(text: str) -> str:
    """Return a text as a YAML value on one line, which every YAML reader takes for a text."""
    plain = yaml.safe_dump({"k": text}, allow_unicode=True, width=_ON_ONE_LINE) == f"k: {text}\n"
    return text if plain and not _NUMBER.fullmatch(text) else _quoted(text)


def _in_brackets(text: str) -> str:
    plain = not re.search(r"[,\[\]{}?:]", text)
    return word(text) if plain else _quoted(text)


def _quoted(text: str) -> str:
    if re.search(r'["\\]', text) and not _INVISIBLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in '"\\' else f"\\u{ord(found[0]):04x}"
