"""What a template reads of its context, found in its syntax tree: the base of keeping what it printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateError, nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from byline.adapter.rendering.expressions import asks_equal, compared, is_page, path_of
from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.own import OWN, is_export

Path = tuple[str, ...]

ADDRESSES = frozenset({"url", "script_tag"})
"""Filters that write addresses as seen from the page."""
RESTLESS = frozenset({"lipsum", "random", "pprint"})
"""Functions and filters whose results differ from call to call."""
TRANSLATING = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})
UNTOLD = (
    nodes.Extends,
    nodes.Block,
    nodes.ExtensionAttribute,
    nodes.EnvironmentAttribute,
    nodes.ImportedName,
    nodes.InternalName,
    nodes.ContextReference,
    nodes.DerivedContextReference,
)
"""Parts of a template that may read anything."""


class UntoldError(Exception):
    """What a template reads cannot be told from its text."""


@dataclass(slots=True)
class Reads:
    """What a template reads, with all that it includes.

    `names` are the names of the context, and some that are the template's own, but for `page`. Of that,
    `values` are the attributes that it reads, `truths` those of which it only asks whether they say anything.
    `addresses`: it writes addresses as seen from the page. `position`: it asks where in the navigation the
    page stands. `templates` are the templates that it includes under fixed names.
    """

    names: set[str] = field(default_factory=set)
    values: set[Path] = field(default_factory=set)
    truths: set[Path] = field(default_factory=set)
    addresses: bool = False
    position: bool = False
    templates: set[str] = field(default_factory=set)

    @property
    def nothing(self) -> bool:
        """Say whether it prints the same everywhere."""
        return not (self.names or self.values or self.truths or self.addresses or self.position)

    def add(self, other: Reads) -> None:
        """Take in what another piece reads."""
        self.names |= other.names
        self.values |= other.values
        self.truths |= other.truths
        self.addresses |= other.addresses
        self.position |= other.position
        self.templates |= other.templates


def reads_of(trees: Trees, name: str, block: str = "") -> Reads:
    """Return what a template, or a block of one, reads of the context of pages outside the navigation.

    Raises `UntoldError` where that cannot be told.
    """
    reads = Reads()
    _add(trees, name, reads, block)
    return reads


def _add(trees: Trees, name: str, reads: Reads, block: str = "") -> None:
    if name in reads.templates:
        return
    reads.templates.add(name)
    try:
        tree: nodes.Node = trees.tree(name)
    except TemplateError as error:
        raise UntoldError(name) from error
    if block:
        found = (node for node in tree.find_all(nodes.Block) if node.name == block)
        tree = nodes.Scope(next(found).body)
    note(trees, name, tree, reads)


def note(trees: Trees, name: str, tree: nodes.Node, reads: Reads) -> None:
    """Note what a template reads of which this is the tree, or a part of it. Raises `UntoldError`."""
    names = list(tree.find_all(nodes.Name))
    if any(node.name in ("self", "super") or (node.name == "page" and node.ctx != "load") for node in names):
        raise UntoldError(name)
    reads.names |= {node.name for node in names if node.ctx == "load"} - {"page", *trees.environment.globals}
    reads.position |= "nav" in reads.names
    visitor = _Visitor(trees.environment, reads)
    visitor.visit(tree)
    for other in visitor.included:
        _add(trees, other, reads)


class _Visitor:
    """Walks a template; what runs only where the page equals one of the navigation is left out."""

    def __init__(self, environment: Environment, reads: Reads) -> None:
        self.environment, self.reads = environment, reads
        self.included: list[str] = []

    def visit(self, node: nodes.Node, *, truth: bool = False) -> None:
        """Note what a node reads; `truth` says that only the truth of its value counts."""
        if isinstance(node, nodes.If | nodes.CondExpr):
            self._branch(node, truth=truth)
        elif isinstance(node, nodes.And | nodes.Or):
            self.visit(node.left, truth=truth)
            self.visit(node.right, truth=truth)
        elif isinstance(node, nodes.Not):
            self.visit(node.node, truth=True)
        elif (truth and is_page(node)) or is_export(node):
            return
        elif path := path_of(node):
            (self.reads.truths if truth else self.reads.values).add(path)
        elif sides := compared(node):
            self.reads.position = True
            for side in sides:
                if not is_page(side):
                    self.visit(side)
        else:
            self._look_at(node)
            for child in node.iter_child_nodes():
                self.visit(child)

    def _branch(self, node: nodes.If | nodes.CondExpr, *, truth: bool) -> None:
        self.visit(node.test, truth=True)
        dead = asks_equal(node.test)
        if isinstance(node, nodes.CondExpr):
            branches = [] if dead else [node.expr1]
            branches += [node.expr2] if node.expr2 else []
            for branch in branches:
                self.visit(branch, truth=truth)
            return
        for part in (*([] if dead else node.body), *node.elif_, *node.else_):
            self.visit(part)

    def _look_at(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Block) and node.name.startswith(OWN):
            return
        if isinstance(node, UNTOLD) or is_page(node):
            raise UntoldError
        if isinstance(node, nodes.Filter):
            self._filter(node.name)
        elif isinstance(node, nodes.Test):
            if self.environment.tests.get(node.name) is not TESTS.get(node.name):
                raise UntoldError
        elif isinstance(node, nodes.Name):
            value = self.environment.globals.get(node.name)
            known = node.name in TRANSLATING or value is DEFAULT_NAMESPACE.get(node.name)
            if node.name in RESTLESS or not known:
                raise UntoldError
        elif isinstance(node, nodes.Include) or (
            isinstance(node, nodes.Import | nodes.FromImport) and node.with_context
        ):
            self.included += _names(node.template)

    def _filter(self, name: str) -> None:
        if name in ADDRESSES:
            self.reads.addresses = True
        elif name in RESTLESS or self.environment.filters.get(name) is not FILTERS.get(name):
            raise UntoldError


def _names(node: nodes.Node) -> Iterator[str]:
    """Yield the names of templates that an include names; those that it works out show at their use."""
    for part in node.items if isinstance(node, nodes.Tuple | nodes.List) else [node]:
        if isinstance(part, nodes.Const):
            values = part.value if isinstance(part.value, tuple | list) else [part.value]
            yield from (value for value in values if isinstance(value, str))
