"""Adding an author to an author file without touching what stands there."""

import re
import textwrap

import yaml

from byline.authors.author import Author

_FIELDS = ("name", "description", "tagline", "bio", "avatar", "url", "email")


def add_author(text: str, author: Author) -> str:
    """Return the text of an author file with one more author at the end of its `authors:` mapping."""
    fields = {name: value for name in _FIELDS if (value := getattr(author, name))}
    entry = yaml.dump({author.id: fields}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    start = next(
        (number for number, line in enumerate(lines) if re.match(r"authors:\s*(#.*|\{\s*\})?$", line)), None
    )
    if start is None:
        lines, start = [*lines, "authors:"], len(lines)
    lines[start] = re.sub(r"\s*\{\s*\}$", "", lines[start])
    end = next(
        (number for number in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[number])), len(lines)
    )
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    block = textwrap.indent(entry, _indent(lines[start + 1 : end])).rstrip().splitlines()
    return newline.join([*lines[:end], *block, *lines[end:]]) + newline


def _indent(lines: list[str]) -> str:
    """Return the indentation that the authors of this file stand at."""
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "  x")
    return first[: len(first) - len(first.lstrip())]


class _Dumper(yaml.SafeDumper):
    """YAML as a person would write it: long texts as blocks."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) > 80 else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
