"""Which parts of the whole site a template may print, told from its text."""

from __future__ import annotations

from types import CodeType

from jinja2 import Environment, TemplateError, nodes

WHOLE = frozenset({"pages", "build_date_utc"})
"""Names of the context that say something of the whole site."""
CONTENTS = frozenset({"content", "toc", "markdown", "article", "listing"})
"""What a page says, beside what its place in the navigation says of it."""


def marks_of(environment: Environment, name: str, code: CodeType) -> frozenset[str]:
    """Return the names of the whole site that a template has, and `contents` where it may print other pages'."""
    words = _words(code)
    marks = words & WHOLE
    if words & CONTENTS and _prints_others(environment, name):
        marks |= {"contents"}
    return frozenset(marks)


def _words(code: CodeType) -> set[str]:
    found: set[str] = set()
    for constant in code.co_consts:
        if isinstance(constant, str):
            found.add(constant)
        elif isinstance(constant, CodeType):
            found |= _words(constant)
    return found


def _prints_others(environment: Environment, name: str) -> bool:
    """Say whether a template reads what pages say, and not only of its own page."""
    try:
        if environment.loader is None:
            return True
        tree = environment.parse(environment.loader.get_source(environment, name)[0], name)
    except TemplateError:
        return True
    if any(node.name == "page" and node.ctx != "load" for node in tree.find_all(nodes.Name)):
        return True
    for node in tree.find_all(nodes.Getattr):
        if node.attr in CONTENTS and not (isinstance(node.node, nodes.Name) and node.node.name == "page"):
            return True
    return any(isinstance(node.value, str) and node.value in CONTENTS for node in tree.find_all(nodes.Const))
