"""Which parts of the whole site a template may print, told from its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType

from jinja2 import Environment, TemplateError, TemplateNotFound, nodes

WHOLE = frozenset({"pages", "build_date_utc"})
"""Names of the context that say something of the whole site."""
CONTENTS = frozenset({"content", "toc", "markdown", "article", "listing"})
"""What a page says, beside what its place in the navigation says of it."""


@dataclass(slots=True)
class Trees:
    """The syntax trees of an environment's templates, each parsed once."""

    environment: Environment
    _parsed: dict[str, nodes.Template] = field(default_factory=dict)

    def tree(self, name: str) -> nodes.Template:
        """Return the syntax tree of a template. Raises `TemplateError`."""
        if name not in self._parsed:
            if self.environment.loader is None:
                raise TemplateNotFound(name)
            source = self.environment.loader.get_source(self.environment, name)[0]
            self._parsed[name] = self.environment.parse(source, name)
        return self._parsed[name]


def marks_of(trees: Trees, name: str, code: CodeType) -> frozenset[str]:
    """Return the names of the whole site in a template, and `contents` where it may print other pages'."""
    if not words_of(code) & (WHOLE | CONTENTS):
        return frozenset()
    try:
        tree = trees.tree(name)
    except TemplateError:
        return WHOLE
    marks = {node.name for node in tree.find_all(nodes.Name)} & WHOLE
    return frozenset(marks | ({"contents"} if _prints_others(tree) else set()))


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
    for node in tree.find_all(nodes.Getattr):
        if node.attr in CONTENTS and not (isinstance(node.node, nodes.Name) and node.node.name == "page"):
            return True
    return any(isinstance(node.value, str) and node.value in CONTENTS for node in tree.find_all(nodes.Const))
