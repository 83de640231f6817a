"""What a template reads outside of its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import TemplateError, nodes
from jinja2.visitor import NodeTransformer

from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.own import OWN
from byline.adapter.rendering.reading import Reads, UntoldError, note


@dataclass(slots=True)
class Frame:
    """What a template reads outside of its `blocks`.

    `asked` are the blocks of which it reads itself what they print; `given` the names that blocks of the
    page's own set for others.
    """

    reads: Reads
    blocks: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)


def frame_of(trees: Trees, name: str) -> Frame:
    """Return what a template reads outside of its blocks. Raises `UntoldError` where that cannot be told."""
    frame = Frame(Reads(templates={name}))
    try:
        tree = _Hollow(frame).visit(trees.parse(name))
    except TemplateError as error:
        raise UntoldError(name) from error
    note(trees, name, tree, frame.reads)
    return frame


class _Hollow(NodeTransformer):
    """Takes the blocks out of a tree, and the questions for what they print."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja calls it so
        """Leave nothing in a block's place."""
        self.frame.blocks.add(node.name)
        if node.name.startswith(OWN):
            self.frame.given |= {name.name for name in node.find_all(nodes.Name) if name.ctx != "load"}
        return nodes.Output([])

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Leave a text in the place of `self.block()`."""
        block = node.node
        plain = not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
        if plain and isinstance(block, nodes.Getattr) and getattr(block.node, "name", "") == "self":
            self.frame.asked.add(block.attr)
            return nodes.Const("")
        self.generic_visit(node)
        return node
