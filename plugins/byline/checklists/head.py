"""Where an article's own text begins, and the title its front matter gives it."""

import re
import tomllib
from dataclasses import dataclass
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
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_MOST_CHARACTERS = 20_000
_MOST_OF_TITLE = 500


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text as it is written, its first line, and where the text below it begins."""

    written: str
    line: int
    body_start: int
    is_toml: bool = False

    @property
    def title(self) -> str:
        """Return the title, `""` without one; broken front matter elsewhere does no harm."""
        return _toml_title(self.written) if self.is_toml else _yaml_title(self.written[:_MOST_CHARACTERS])


def read_head(text: str) -> FrontMatter:
    """Find the front matter of a text, be it YAML or TOML; without any, the body is the whole text."""
    toml = _TOML.match(text)
    if toml:
        return FrontMatter(toml[1], text.count("\n", 0, toml.start(1)) + 1, toml.end(), is_toml=True)
    head = split_front_matter(text)
    return FrontMatter(head.yaml, head.yaml_line, head.body_start)


def is_switched_off(head: FrontMatter) -> bool:
    """Tell whether the front matter says `checklist: false`."""
    return _SWITCHED_OFF.search(head.written) is not None


def checklist_document(head: FrontMatter) -> YamlMapping:
    """Return front matter that holds the `checklist` key, with the line of every key below it.

    Where the front matter as a whole cannot be read, the key's own lines are tried; empty without any.
    """
    if "checklist" not in head.written:
        return YamlMapping()
    if head.is_toml:
        return _toml_document(head.written, head.line)
    try:
        return parse_yaml(head.written, Path(), first_line=head.line)
    except ContentError:
        own = _CHECKLIST.search(head.written)
    if not own:
        return YamlMapping()
    try:
        return parse_yaml(own[0], Path(), first_line=head.line + head.written.count("\n", 0, own.start()))
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
    quoted = _QUOTED.fullmatch(written)
    if quoted and written.isprintable():
        return _as_title(quoted[1] or quoted[2])
    try:
        read = yaml.safe_load(written)
    except yaml.YAMLError:
        read = written.strip("\"'")
    return _as_title(read)


def _as_title(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
