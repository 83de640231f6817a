"""Putting a list into the front matter of a text: not one other byte changes, or there is a problem."""

import re
from pathlib import Path
from typing import Any

from byline.documents.front_matter import Head, split_front_matter
from byline.documents.mappings import parse_yaml
from byline.documents.yaml_edits import Entry, edit_yaml
from byline.problems import ContentError, Problem

_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*(?:\r?\n|\Z)")
_OPENED = re.compile(r"\ufeff?\s*---[ \t]*[\r\n]\s*\w+[ \t]*:")


def put_entry(text: str, file: Path, entry: Entry) -> str:
    """Return a text with the entry in its front matter; the same text where it holds it already.

    Raises `ContentError` where the front matter cannot be read, or cannot be changed for certain.
    """
    head = _front_matter(text, file)
    before = parse_yaml(head.yaml, file, first_line=head.yaml_line)
    wanted = _wanted(before.values, entry)
    if before.values.get(entry.key) == wanted[entry.key]:
        return text
    if head.yaml.strip().startswith("{"):
        mend = "write a `key: value` line for each"
        line = head.yaml_line + head.yaml[: head.yaml.index("{")].count("\n")
        raise ContentError([Problem(file, line, "this front matter stands in braces", mend)])
    new = _edited(text, head, entry)
    if not _holds(new, text, head, wanted, file):
        line = before.line(entry.key) if entry.key in before.values else head.yaml_line
        wrong = f"`{entry.key}` would not be read back from here as it was written"
        mend = f"write `{entry.key}: auto` on a line of its own, as the last of the front matter"
        raise ContentError([Problem(file, line, wrong, mend)])
    return new


def _front_matter(text: str, file: Path) -> Head:
    if _TOML.match(text):
        wrong, mend = "this front matter is TOML (`+++`)", "write it as YAML: `---`, and `key: value` lines"
        raise ContentError([Problem(file, 1, wrong, mend)])
    head = split_front_matter(text)
    if not head.yaml and _OPENED.match(text):
        mend = "begin it with `---` in line 1 and close it with a line of `---`"
        raise ContentError([Problem(file, 1, "the front matter is not whole", mend)])
    return head


def _wanted(values: dict[str, Any], entry: Entry) -> dict[str, Any]:
    """Return what the front matter is to hold in the end."""
    old = values.get(entry.key)
    kept = {name: value for name, value in old.items() if entry.keeps(name)} if isinstance(old, dict) else {}
    return {**values, entry.key: {**kept, entry.name: list(entry.value)}}


def _edited(text: str, head: Head, entry: Entry) -> str:
    if head.yaml:
        newline = "\r\n" if text[: head.yaml_start + 1].endswith("\r\n") else "\n"
        end = head.yaml_start + len(head.yaml)
        # The first line end belongs to the fence above.
        return text[: head.yaml_start + 1] + edit_yaml(head.yaml[1:], entry, newline) + text[end:]
    newline = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    mark, body = text[: head.body_start], text[head.body_start :]
    apart = "" if body.startswith(("\n", "\r\n")) else newline
    return f"{mark}---{newline}{edit_yaml('', entry, newline)}---{newline}{apart}{body}"


def _holds(new: str, old: str, head: Head, wanted: dict[str, Any], file: Path) -> bool:
    """Read the new text as a build would: it must hold what is wanted, and the old body to the byte."""
    read = split_front_matter(new)
    try:
        values = parse_yaml(read.yaml, file, first_line=read.yaml_line).values
    except ContentError:
        return False
    body = old[head.body_start :].lstrip("\r\n")
    return values == wanted and new[read.body_start :] == body and new.endswith(old[head.body_start :])
