"""Our own small templates, put into those that include them when these are translated.

An include costs a context of its own wherever it is printed, which for a line of facts is more than the line.
A site that has such templates of its own gets plain includes, and so do others' templates.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.visitor import NodeTransformer

from byline.adapter.theme import FOLDER

PARTIALS = "byline/partials/"
"""Where our small templates stand."""
APART = (nodes.Block, nodes.Extends, nodes.FromImport, nodes.Import, nodes.Macro)
"""What means something else in a template of its own."""


def are_ours(environment: Environment) -> bool:
    """Say whether no folder of the site's has small templates that win over ours."""
    loader = environment.loader
    if not isinstance(loader, FileSystemLoader) or str(FOLDER) not in loader.searchpath:
        return False
    before = loader.searchpath[: loader.searchpath.index(str(FOLDER))]
    return not any(Path(folder, PARTIALS).exists() for folder in before)


def put_in(tree: nodes.Template, parse: Callable[[str], nodes.Template]) -> nodes.Template:
    """Put the small templates that a tree includes, which `parse` reads, into it."""
    _Included(parse).visit(tree)
    if tree.environment:
        tree.set_environment(tree.environment)
    return tree


class _Included(NodeTransformer):
    """Writes what is included in the place of the include, names that it sets for itself alone."""

    def __init__(self, parse: Callable[[str], nodes.Template]) -> None:
        self.parse = parse

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - Jinja calls it so
        """Return what a small template prints, or the include."""
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if not name.startswith(PARTIALS) or node.ignore_missing or not node.with_context:
            return node
        found = self.parse(name)
        if any(found.find_all(APART)) or not all(map(_means_the_same, found.body)):
            return node
        self.visit(found)
        scope = nodes.Scope(found.body)
        scope.set_lineno(node.lineno, override=True)
        return scope


def _means_the_same(node: nodes.Node) -> bool:
    """Say whether a part of a template prints the same in any other: text, or what says how it escapes."""
    if isinstance(node, nodes.Output):
        return all(isinstance(part, nodes.TemplateData) for part in node.nodes)
    return isinstance(node, nodes.Scope) and isinstance(node.body[0], nodes.ScopedEvalContextModifier)
