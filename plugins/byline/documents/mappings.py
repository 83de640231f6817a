"""YAML mappings, parsed safely and with the line of every key remembered."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from byline.documents.plain_values import FASTEST, Loader
from byline.problems import ContentError, Problem

MOST_BYTES_OF_YAML = 256 * 1024
DEEPEST_YAML = 20
MOST_CHARACTERS_UNMEASURED = 2000
TOO_DEEP = ("this YAML is nested too deeply", "write fewer levels")

_TEXT = "tag:yaml.org,2002:str"
_MAPPING, _LIST = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """The values of a YAML mapping, and the line of each key by its path: `("ines", "bio")` → 12."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of the key at `path`, or of the nearest key above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse_yaml(text: str, file: Path, *, first_line: int = 1) -> YamlMapping:
    """Parse YAML that must be a mapping: no aliases, no repeated keys, at most 256 KiB.

    `first_line` is the line of `file` on which `text` begins, so that problems name true lines.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES_OF_YAML:
        raise ContentError(
            [Problem(file, first_line, "this YAML is over 256 KiB", "keep articles in their body")]
        )
    if len(text) > MOST_CHARACTERS_UNMEASURED and (deep := _too_deep_at(text)) is not None:
        raise ContentError([Problem(file, first_line + deep, *TOO_DEEP)])
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return YamlMapping()
        if not isinstance(node, yaml.MappingNode):
            mend = "write `key: value` lines"
            line = first_line + node.start_mark.line
            raise ContentError([Problem(file, line, "this YAML is not a list of keys and values", mend)])
        walk = _Walk(loader, file, first_line)
        values = walk.visit(node, ())
        if walk.problems:
            raise ContentError(walk.problems)
        return YamlMapping(loader.construct_document(node) if walk.tagged else values, walk.lines)
    except yaml.YAMLError as error:
        raise ContentError([syntax_problem(error, file, first_line)]) from error
    finally:
        loader.dispose()


def _too_deep_at(text: str) -> int | None:
    """Return the line, from 0, on which a text is nested too deeply: measured before a parser recurses."""
    depth = 0
    try:
        for event in yaml.parse(text, FASTEST):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST_YAML:
                return event.start_mark.line if event.start_mark else 0
    except yaml.YAMLError:
        return None
    return None


@dataclass(frozen=True, slots=True)
class _Walk:
    """One pass over a parsed document: its values, the line of every key, and what is not allowed.

    `tagged` are mappings and lists with a tag of their own, such as `!!set`: their values are not worked out.
    """

    loader: Any
    file: Path
    first: int
    lines: dict[KeyPath, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    tagged: list[yaml.Node] = field(default_factory=list)

    def visit(self, node: yaml.Node, path: KeyPath) -> Any:
        """Return what a node holds; note aliases, repeated keys and values that no YAML reader can read."""
        if id(node) in self.seen:
            wrong = "an alias (`*name`) repeats an earlier value"
            return self._note(node, wrong, "write the value out")
        if len(path) > DEEPEST_YAML:
            return self._note(node, *TOO_DEEP)
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self._visit_scalar(node)
        is_list = isinstance(node, yaml.SequenceNode)
        if node.tag != (_LIST if is_list else _MAPPING):
            self.tagged.append(node)
        if is_list:
            items = []
            for number, value in enumerate(node.value):
                self.lines[(*path, number)] = value.start_mark.line + self.first
                items.append(self.visit(value, (*path, number)))
            return items
        values: dict[Any, Any] = {}
        for key, value in node.value:
            below = (*path, str(key.value))
            name = self._visit_key(key, below)
            values[name] = self.visit(value, below)
        return values

    def _note(self, node: yaml.Node, wrong: str, mend: str) -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + self.first, wrong, mend))

    def _visit_key(self, key: yaml.Node, path: KeyPath) -> Any:
        name = key.value if key.tag == _TEXT else None
        if not isinstance(key, yaml.ScalarNode):
            self._note(key, "a key is not a plain word", "write `key: value`")
            name = None
        elif key.tag != _TEXT and key.tag.rpartition(":")[2] not in {"str", "int"}:
            self._note(key, f"YAML does not read `{key.value}` as a word", "put it in quotes")
        elif path in self.lines:
            self._note(key, f"`{key.value}` is written twice", "keep one of the two")
        elif key.tag != _TEXT:
            name = self._visit_scalar(key)
        self.lines[path] = key.start_mark.line + self.first
        return name

    def _visit_scalar(self, node: yaml.Node) -> Any:
        try:
            return self.loader.construct_object(node)
        except (ValueError, LookupError, AttributeError, TypeError, OverflowError, yaml.YAMLError) as error:
            reason = getattr(error, "problem", None) or error
            mend = "correct it, or put it in quotes if it is a text"
            return self._note(node, f"`{node.value}` cannot be read ({reason})", mend)


def syntax_problem(error: yaml.YAMLError, file: Path, first: int) -> Problem:
    """Say why no YAML reader can read a text whose first line is the `first` of a file."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).split("\n")[0]
    line = first + (mark.line if mark else 0)
    mend = "check the indentation and put values that hold `: ` or begin with a sign in quotes"
    return Problem(file, line, f"this YAML cannot be read ({what})", mend)
