"""Expressions in templates that are about the page: itself, what is read of it, what it is compared with."""

from __future__ import annotations

from jinja2 import nodes


def is_page(node: nodes.Node) -> bool:
    """Say whether this is the page."""
    return isinstance(node, nodes.Name) and node.name == "page"


def path_of(node: nodes.Node) -> tuple[str, ...]:
    """Return the attributes that lead from the page to this value; none where it begins elsewhere."""
    parts: list[str] = []
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        if isinstance(node, nodes.Getattr):
            parts.append(node.attr)
        elif isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            parts.append(node.arg.value)
        else:
            return ()
        node = node.node
    return tuple(reversed(parts)) if is_page(node) else ()


def compared(node: nodes.Node) -> list[nodes.Expr]:
    """Return the two sides where the page is compared with something; none where it is not."""
    if not isinstance(node, nodes.Compare) or len(node.ops) != 1:
        return []
    sides = [node.expr, node.ops[0].expr]
    return sides if any(map(is_page, sides)) else []


def asks_equal(node: nodes.Node) -> bool:
    """Say whether it is asked if the page is another one, or one of several."""
    return isinstance(node, nodes.Compare) and bool(compared(node)) and node.ops[0].op in ("eq", "in")
