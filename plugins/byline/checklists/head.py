"""Where an article's own text begins, and the title its front matter gives it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from byline.documents import YamlMapping, parse_yaml, split_front_matter
from byline.problems import ContentError

_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)
_SWITCHED_OFF = re.compile(r"^checklist[ \t]*[:=][ \t]*(?i:false|no|off)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_CHECKLIST = re.compile(
    r"^[\"']?checklist[\"']?[ \t]*:.*\n?(?:(?:[ \t#].*|[ \t\r]*)(?:\n|\Z))*", re.MULTILINE
)
_TOML_CHECKLIST = re.compile(r"^[ \t]*\[*[ \t]*checklist\b", re.MULTILINE)
_MOST_CHARACTERS = 20_000
_MOST_OF_TITLE = 500


def find_body(text: str) -> tuple[int, str]:
    """Return the offset at which the text below the front matter begins, and the title, `""` without one."""
    toml = _TOML.match(text)
    if toml:
        return toml.end(), _toml_title(toml[1])
    head = split_front_matter(text)
    return head.body_start, _yaml_title(head.yaml[:_MOST_CHARACTERS])


def is_switched_off(text: str) -> bool:
    """Tell whether the front matter says `checklist: false`."""
    toml = _TOML.match(text)
    head = toml[1] if toml else split_front_matter(text).yaml
    return _SWITCHED_OFF.search(head) is not None


def checklist_document(text: str) -> YamlMapping:
    """Return front matter that holds the `checklist` key, with the line of every key below it.

    Where the front matter as a whole cannot be read, the key's own lines are tried; empty without any.
    """
    toml = _TOML.match(text)
    if toml:
        return _toml_document(toml[1], text.count("\n", 0, toml.start(1)) + 1)
    head = split_front_matter(text)
    if "checklist" not in head.yaml:
        return YamlMapping()
    try:
        return parse_yaml(head.yaml, Path(), first_line=head.yaml_line)
    except ContentError:
        own = _CHECKLIST.search(head.yaml)
    if not own:
        return YamlMapping()
    try:
        return parse_yaml(own[0], Path(), first_line=head.yaml_line + head.yaml.count("\n", 0, own.start()))
    except ContentError:
        return YamlMapping()


def _toml_document(head: str, first_line: int) -> YamlMapping:
    """TOML tells no lines: all below the key counts as its own."""
    values = _toml_values(head)
    key = _TOML_CHECKLIST.search(head)
    line = first_line + (head.count("\n", 0, key.start()) if key else 0)
    return YamlMapping(values, {("checklist",): line})


def _toml_title(head: str) -> str:
    return _as_title(_toml_values(head).get("title"))


def _toml_values(head: str) -> dict[str, Any]:
    try:
        return tomllib.loads(head.replace("\r\n", "\n"))
    except (ValueError, RecursionError):  # also endless numbers and brackets
        return {}


def _yaml_title(head: str) -> str:
    """Read only the title's own line, so that broken front matter elsewhere does no harm."""
    line = _TITLE.search(head)
    if not line:
        return ""
    written = line[1][:_MOST_OF_TITLE]
    if written[0] not in "\"'":
        return _as_title(re.sub(r"\s#.*", "", written))
    try:
        read = yaml.safe_load(written)
    except yaml.YAMLError:
        read = written.strip("\"'")
    return _as_title(read)


def _as_title(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
