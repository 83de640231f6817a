"""The pieces of a template that are a page's own, set apart as blocks: what stands round them is its frame.

A block, such as `{% block byline_own_1 %}{{ page.title }}{% endblock %}`, prints what stood in its place. It
can be left out, and put in anew on each page, while all around it is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from jinja2 import nodes

OWN = "byline_own_"
"""How the names of such blocks begin."""
APART = (
    nodes.Block,
    nodes.CallBlock,
    nodes.AssignBlock,
    nodes.ExprStmt,
    nodes.Extends,
    nodes.FromImport,
    nodes.Import,
    nodes.Macro,
    nodes.NSRef,
    nodes.ScopedEvalContextModifier,
)
"""What may mean something else in a block."""


def set_apart(tree: nodes.Template) -> nodes.Template:
    """Make blocks of what a template prints of the page, where nothing tells the difference."""
    if not tree.find(nodes.Extends):
        names = (f"{OWN}{number}" for number in count(1))
        tree.body = [
            part
            for node in tree.body
            for part in ([node] if _is_read_elsewhere(tree, node) else _parts(node, names))
        ]
        if tree.environment:
            tree.set_environment(tree.environment)
    return tree


def _is_read_elsewhere(tree: nodes.Template, node: nodes.Node) -> bool:
    """Say whether a statement sets names that are read elsewhere; few set any."""
    stored = _stored(node)
    return bool(stored) and not stored.isdisjoint(_loaded(tree, node))


def _stored(node: nodes.Node) -> set[str]:
    return {name.name for name in node.find_all(nodes.Name) if name.ctx != "load"}


def _loaded(tree: nodes.Template, but: nodes.Node) -> set[str]:
    """Return the names that are read outside of a statement, and of blocks: these ask when they print."""
    others = (node for node in tree.body if node is not but and not isinstance(node, nodes.Block))
    return {name.name for node in others for name in node.find_all(nodes.Name)}


def is_export(node: nodes.Node) -> bool:
    """Say whether a statement does no more than to let others see what such a block sets."""
    return (
        isinstance(node, nodes.ExprStmt)
        and isinstance(node.node, nodes.Call)
        and isinstance(node.node.node, nodes.Getattr)
        and isinstance(node.node.node.node, nodes.Getattr)
        and isinstance(node.node.node.node.node, nodes.ContextReference)
    )


def _parts(node: nodes.Node, names: Iterator[str]) -> Iterator[nodes.Node]:
    """Yield a statement, or what it is made of."""
    if isinstance(node, nodes.Output):
        for part in node.nodes:
            piece = nodes.Output([part], lineno=node.lineno)
            yield _block(piece, names) if _is_own(part) else piece
    elif isinstance(node, nodes.If | nodes.For) and _is_own(node) and not any(node.find_all(APART)):
        if isinstance(node, nodes.If):
            _export(node)
        yield _block(node, names)
    else:
        yield node


def _is_own(node: nodes.Node) -> bool:
    found = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
    names = {name.name for name in found}
    return "page" in names and not names & {"self", "super"}


def _block(node: nodes.Node, names: Iterator[str]) -> nodes.Block:
    return nodes.Block(next(names), [node], False, False, lineno=node.lineno)


def _export(node: nodes.If) -> None:
    """Let others see what is set in there, as they see all that is set outside of blocks."""
    for body in (node.body, node.else_):
        for place in range(len(body) - 1, -1, -1):
            part = body[place]
            if isinstance(part, nodes.If):
                _export(part)
            elif isinstance(part, nodes.Assign):
                body.insert(place + 1, _exported(part))
    for other in node.elif_:
        _export(other)


def _exported(assign: nodes.Assign) -> nodes.ExprStmt:
    """Return `context.vars.update(name=name)` for the names that are set."""
    line = assign.lineno
    stored = [assign.target] if isinstance(assign.target, nodes.Name) else assign.target.find_all(nodes.Name)
    given = [nodes.Keyword(name.name, nodes.Name(name.name, "load", lineno=line)) for name in stored]
    known = nodes.Getattr(nodes.ContextReference(), "vars", "load")
    call = nodes.Call(nodes.Getattr(known, "update", "load"), [], given, None, None, lineno=line)
    return nodes.ExprStmt(call, lineno=line)
