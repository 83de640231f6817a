"""Changing one list in the text of a YAML mapping, by the places of its parts, where all else stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from byline.documents.plain_values import Loader
from byline.documents.yaml_words import ListEntry, list_lines

Pair = tuple[yaml.Node, yaml.Node]
_STEP = "  "


@dataclass(frozen=True, slots=True)
class Entry:
    """A list that is to stand as `name` in the mapping at `key`, and the names there that it replaces."""

    key: str
    name: str
    value: Sequence[ListEntry]
    instead_of: tuple[str, ...] = ()

    def keeps(self, name: object) -> bool:
        """Tell whether another name of the mapping stays."""
        return name != self.name and name not in self.instead_of


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def edit_yaml(text: str, entry: Entry, newline: str) -> str:
    """Return the text of a block mapping, whole lines, with the entry put in."""
    root = yaml.compose(text, Loader)
    pairs: list[Pair] = root.value if isinstance(root, yaml.MappingNode) else []
    editor = _Editor(text, entry, newline)
    at = next((pair for pair in pairs if pair[0].value == entry.key), None)
    if at is None:
        indent = editor.indent(pairs[0][0]) if pairs else ""
        return text + editor.lines([f"{indent}{entry.key}:", *editor.entry_lines(indent + _STEP)])
    for splice in reversed(list(editor.changes(at))):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Editor:
    text: str
    entry: Entry
    newline: str

    def lines(self, lines: Sequence[str]) -> str:
        return "".join(line + self.newline for line in lines)

    def entry_lines(self, indent: str) -> list[str]:
        return list(list_lines(self.entry.name, self.entry.value, indent))

    def changes(self, pair: Pair) -> Iterator[_Splice]:
        """Yield, in order, what changes in the value of the key."""
        if isinstance(pair[1], yaml.MappingNode) and _is_block(pair[1]):
            return self._in_mapping(pair[1])
        return self._whole(pair)

    def _in_mapping(self, mapping: yaml.MappingNode) -> Iterator[_Splice]:
        """Put the entry into a mapping of a line for each name; whole lines come and go."""
        indent = self.indent(mapping.value[0][0])
        names = [key.value for key, _ in mapping.value]
        place = next(
            (name for name in (self.entry.name, *names) if name in names and not self._stays(name)), ""
        )
        for name, pair in zip(names, mapping.value, strict=True):
            if self._stays(name):
                continue
            if name == place == self.entry.name:
                yield self._value(pair, self.entry_lines(indent)[1:])
            else:
                new = self.lines(self.entry_lines(indent)) if name == place else ""
                yield _Splice(self._line_start(pair[0]), self._line_end(pair[1]), new)
        if not place:
            end = self._line_end(mapping)
            yield _Splice(end, end, self.lines(self.entry_lines(indent)))

    def _stays(self, name: str) -> bool:
        return self.entry.keeps(name)

    def _whole(self, pair: Pair) -> Iterator[_Splice]:
        """Yield the change of a value that is no block mapping: what it holds in braces is opened."""
        indent = self.indent(pair[0]) + _STEP
        inner: list[Pair] = pair[1].value if isinstance(pair[1], yaml.MappingNode) else []
        kept = [
            f"{indent}{self._source(key)}: {self._source(value)}"
            for key, value in inner
            if self.entry.keeps(key.value)
        ]
        yield self._value(pair, [*kept, *self.entry_lines(indent)])

    def _value(self, pair: Pair, lines: Sequence[str]) -> _Splice:
        """Put lines in the place of a value; comments between its key and it, and behind it, stay."""
        key, value = pair
        colon = self.text.index(":", key.end_mark.index) + 1
        above, broken, _ = self.text[colon : value.start_mark.index].rpartition("\n")
        end = self._line_end(value)
        behind = "" if _is_block(value) else self.text[self._end(value) : end].rstrip()
        if broken:
            above = above.removesuffix("\r") + self.newline
            remark = f"{self.indent(value)}{behind.strip()}{self.newline}" if behind else ""
        else:
            above, remark = behind, self.newline
        return _Splice(colon, end, above + remark + self.lines(lines))

    def indent(self, node: yaml.Node) -> str:
        """Return the indentation of the line that a node begins on."""
        line = self.text[self._line_start(node) : node.start_mark.index]
        return line[: len(line) - len(line.lstrip(" "))]

    def _source(self, node: yaml.Node) -> str:
        """Return what stands for a node within braces, on one line."""
        written = self.text[node.start_mark.index : node.end_mark.index]
        return " ".join(line.strip() for line in written.splitlines())

    def _line_start(self, node: yaml.Node) -> int:
        return self.text.rfind("\n", 0, node.start_mark.index) + 1

    def _line_end(self, node: yaml.Node) -> int:
        return self.text.index("\n", self._end(node)) + 1

    def _end(self, node: yaml.Node) -> int:
        """Return where the last sign of a node stands; YAML's own mark lies beyond the comments below."""
        if _is_block(node):
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        if getattr(node, "style", "") in {"|", ">"}:
            return start + len(self.text[start:end].rstrip())
        return end


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style
