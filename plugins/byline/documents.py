"""Text files with a YAML head: read strictly, split, and parsed with the line of every key remembered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from byline.problems import ContentError, Problem

MOST_BYTES_OF_YAML = 256 * 1024
DEEPEST_YAML = 20
MOST_CHARACTERS_UNMEASURED = 2000
TOO_DEEP = ("this YAML is nested too deeply", "write fewer levels")

KeyPath = tuple[str | int, ...]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a text and where the body below it begins (offset in characters, line from 1)."""

    yaml: str
    yaml_line: int
    body_start: int
    body_line: int


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


class _Loader(_BASE):  # type: ignore[misc]
    """Reads plain values as authors mean them: numbers, dates, switches; `1.10` and `9:30` are texts."""


_PLAIN = {
    first: [
        (tag, pattern) if not tag.endswith(":int") else (tag, re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z"))
        for tag, pattern in resolvers
        if not tag.endswith(":float")
    ]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}
_Loader.yaml_implicit_resolvers = _PLAIN


def read_text(path: Path) -> str:
    """Read a UTF-8 file as it is stored, line ends untouched; anything else is a `ContentError`."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        kind = " but UTF-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
        wrong = f"the file is not UTF-8 text{kind} (byte {error.start} is {data[error.start]:#04x})"
        raise ContentError([Problem(path, line, wrong, "save it as UTF-8")]) from error


def unreadable(path: Path, error: OSError) -> Problem:
    """Say that the system does not let a file be read."""
    wrong = f"the file cannot be read ({error.strerror or error})"
    return Problem(path, 1, wrong, "check that it is there and that you may read it")


def control_characters(text: str, file: Path, *, first_line: int = 1) -> Iterator[Problem]:
    """Report each line with a character that neither XML 1.0 nor HTML can carry, tab and line ends aside."""
    for found in _CONTROL.finditer(text):
        line = text.count("\n", 0, found.start()) + first_line
        yield Problem(file, line, f"an invisible control character (U+{ord(found[0]):04X})", "delete it")


def split_front_matter(text: str) -> Head:
    """Find the `---` front matter of a text; without one, the body is the whole text."""
    mark = 1 if text.startswith("\ufeff") else 0
    if not _HANDLER.detect(text[mark:]):
        return Head("", 1, mark, 1)
    try:
        head, body = _HANDLER.split(text[mark:])
    except ValueError:
        return Head("", 1, mark, 1)
    start = len(text) - len(body)
    body_start = start + len(body) - len(body.lstrip("\r\n"))
    opening = text.index(head, mark) if head else mark
    first = text.count("\n", 0, opening) + 1
    return Head(head, first, body_start, text.count("\n", 0, body_start) + 1)


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
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return YamlMapping()
        if not isinstance(node, yaml.MappingNode):
            mend = "write `key: value` lines"
            line = first_line + node.start_mark.line
            raise ContentError([Problem(file, line, "this YAML is not a list of keys and values", mend)])
        walk = _Walk(loader, file, first_line)
        if problems := list(walk.problems(node)):
            raise ContentError(problems)
        return YamlMapping(loader.construct_document(node), walk.lines)
    except yaml.YAMLError as error:
        raise ContentError([_syntax_problem(error, file, first_line)]) from error
    finally:
        loader.dispose()


def _too_deep_at(text: str) -> int | None:
    """Return the line, from 0, on which a text is nested too deeply: measured before a parser recurses."""
    depth = 0
    try:
        for event in yaml.parse(text, _BASE):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST_YAML:
                return event.start_mark.line if event.start_mark else 0
    except yaml.YAMLError:
        return None
    return None


@dataclass(frozen=True, slots=True)
class _Walk:
    """One pass over a parsed document that records the line of every key and reports what is not allowed."""

    loader: Any
    file: Path
    first: int
    lines: dict[KeyPath, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def problems(self, node: yaml.Node, path: KeyPath = ()) -> Iterator[Problem]:
        """Yield aliases, repeated keys and values that no YAML reader could understand."""
        line = node.start_mark.line + self.first
        if id(node) in self.seen:
            yield Problem(
                self.file, line, "an alias (`*name`) repeats an earlier value", "write the value out"
            )
            return
        if len(path) > DEEPEST_YAML:
            yield Problem(self.file, line, *TOO_DEEP)
            return
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from self._key(key, (*path, str(key.value)))
                yield from self.problems(value, (*path, str(key.value)))
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                self.lines[(*path, number)] = value.start_mark.line + self.first
                yield from self.problems(value, (*path, number))
        else:
            yield from self._scalar(node, line)

    def _key(self, key: yaml.Node, path: KeyPath) -> Iterator[Problem]:
        line = key.start_mark.line + self.first
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(self.file, line, "a key is not a plain word", "write `key: value`")
        elif key.tag.rpartition(":")[2] not in {"str", "int"}:
            yield Problem(self.file, line, f"YAML does not read `{key.value}` as a word", "put it in quotes")
        elif path in self.lines:
            yield Problem(self.file, line, f"`{key.value}` is written twice", "keep one of the two")
        self.lines[path] = line

    def _scalar(self, node: yaml.Node, line: int) -> Iterator[Problem]:
        if node.tag == "tag:yaml.org,2002:str":
            return
        try:
            self.loader.construct_object(node)
        except (ValueError, LookupError, AttributeError, TypeError, OverflowError, yaml.YAMLError) as error:
            reason = getattr(error, "problem", None) or error
            mend = "correct it, or put it in quotes if it is a text"
            yield Problem(self.file, line, f"`{node.value}` cannot be read ({reason})", mend)


def _syntax_problem(error: yaml.YAMLError, file: Path, first: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).split("\n")[0]
    line = first + (mark.line if mark else 0)
    mend = "check the indentation and put values that hold `: ` or begin with a sign in quotes"
    return Problem(file, line, f"this YAML cannot be read ({what})", mend)
