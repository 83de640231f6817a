"""Which parts of the whole site a template may print, told from its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType

from jinja2 import Environment, TemplateError, TemplateNotFound, nodes

from byline.adapter.rendering.included import are_ours, put_in
from byline.adapter.rendering.own import set_apart

WHOLE = frozenset({"pages", "build_date_utc"})
"""Names of the context that say something of the whole site."""
CONTENTS = frozenset({"content", "toc", "markdown", "article", "listing"})
"""What a page says, beside what its place in the navigation says of it."""


@dataclass(slots=True)
class Trees:
    """The syntax trees of an environment's templates, each parsed once; `sources` are texts read already.

    A page's own pieces are set apart in them. `ours` says that all of our small templates are our own.
    """

    environment: Environment
    sources: dict[str, str] = field(default_factory=dict)
    ours: bool = field(init=False)
    _parsed: dict[str, nodes.Template] = field(default_factory=dict)
    _whole: dict[str, nodes.Template] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ours = are_ours(self.environment)

    def tree(self, name: str) -> nodes.Template:
        """Return the syntax tree of a template. Raises `TemplateError`."""
        if name not in self._parsed:
            self._parsed[name] = self.parse(name)
        return self._parsed[name]

    def whole(self, name: str) -> nodes.Template:
        """Return the tree that a template is translated from, with our small ones in it. Raises likewise."""
        if not self.ours:
            return self.tree(name)
        if name not in self._whole:
            self._whole[name] = put_in(self.parse(name), self._read)
        return self._whole[name]

    def parse(self, name: str) -> nodes.Template:
        """Return a syntax tree of a template that is the caller's own. Raises `TemplateError`."""
        return set_apart(self._read(name))

    def _read(self, name: str) -> nodes.Template:
        return self.environment.parse(self._source(name), name)

    def _source(self, name: str) -> str:
        if name in self.sources:
            return self.sources[name]
        if self.environment.loader is None:
            raise TemplateNotFound(name)
        return self.environment.loader.get_source(self.environment, name)[0]


def marks_of(trees: Trees, name: str, code: CodeType) -> frozenset[str]:
    """Return which parts of the whole site a template may print.

    Beside names of the context: `contents`, what other pages say, and `today`, the day of the build.
    """
    words = words_of(code)
    marks = {"today"} if "update_date" in words else set()
    if words & (WHOLE | CONTENTS):
        try:
            tree = trees.whole(name)
        except TemplateError:
            return WHOLE
        marks |= {node.name for node in tree.find_all(nodes.Name)} & WHOLE
        marks |= {"contents"} if _prints_others(tree) else set()
    return frozenset(marks)


def words_of(code: CodeType) -> set[str]:
    """Return all texts that a template's code has, among them the names that it reads."""
    found: set[str] = set()
    for constant in code.co_consts:
        if isinstance(constant, str):
            found.add(constant)
        elif isinstance(constant, CodeType):
            found |= words_of(constant)
    return found


def _prints_others(tree: nodes.Template) -> bool:
    """Say whether a template reads what pages say, and not only of its own page."""
    if any(node.name == "page" and node.ctx != "load" for node in tree.find_all(nodes.Name)):
        return True
    if any(node.attr in CONTENTS and not _own(node.node) for node in tree.find_all(nodes.Getattr)):
        return True
    named = [node.arg for node in tree.find_all(nodes.Getitem) if not _own(node.node)]
    for node in tree.find_all(nodes.Filter):
        named += [*node.args, *(keyword.value for keyword in node.kwargs)]
    return any(isinstance(part, nodes.Const) and part.value in CONTENTS for part in named)


def _own(node: nodes.Node) -> bool:
    """Say whether a value is of the page itself, or no page at all."""
    while isinstance(node, nodes.Getattr) and node.attr == "mdx_configs":
        node = node.node
    return isinstance(node, nodes.Name) and node.name in ("page", "config", "words")
