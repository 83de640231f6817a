"""The frame that a template prints round the blocks that are a page's own, printed once for many pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Context
from mkdocs.structure.pages import Page

from byline.adapter.rendering.keys import UnkeyableError, key_of
from byline.adapter.rendering.places import Printed, Prints, prints
from byline.adapter.rendering.reading import Reads
from byline.adapter.rendering.record import Record

if TYPE_CHECKING:
    from byline.adapter.rendering.chrome import Chrome

TRIES = 24
"""After so many frames, one that was mostly new is no longer kept."""
FEW = 2
"""So many pages are not worth asking what their frame reads."""


class Gap(str):
    """Stands in a frame where a block of the page's own is printed.

    `names` are those that the frame has set by then.
    """

    block: str
    names: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the frame of a template reads, and the blocks that are left out of it.

    `kind` tells all blocks apart, those that stay in it too.
    """

    kind: Any
    reads: Reads
    gaps: frozenset[str]


@dataclass(slots=True)
class Around:
    """Prints a template with its blocks: those that read something of the page, anew on each."""

    chrome: Chrome
    name: str
    original: Callable[[Context], Iterator[str]]
    active: bool = True
    hits: int = 0
    misses: int = 0
    asked: int = 0
    _plans: dict[Any, Plan | None] = field(default_factory=dict)
    _kept: dict[Any, Prints] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.name}, around its blocks"

    def text(self, context: Context, page: Page) -> str | None:
        """Return what the template prints; None where its frame cannot be told from the rest."""
        self.asked += 1
        if self.asked <= FEW:
            return None
        plan = self._plan(context)
        if plan is None:
            self.active = context.name != self.name
            return None
        if plan.reads.position and not self.chrome.outside(page):
            return None
        try:
            printed = self._printed(plan, context, page)
        except UnkeyableError:
            self._missed()
            return None
        if self.chrome.records:
            self.chrome.records[-1].add(printed.record)
        return self._filled(printed, context)

    def _plan(self, context: Context) -> Plan | None:
        """Return the plan for the blocks of a page: another template may have others."""
        kind = context.name, *[id(stack[0]) for stack in context.blocks.values()]
        if kind not in self._plans:
            self._plans[kind] = self._planned(context, kind)
        return self._plans[kind]

    def _planned(self, context: Context, kind: Any) -> Plan | None:
        frame = self.chrome.frame(self.name)
        if frame is None:
            return None
        reads, gaps = Reads(), set()
        reads.add(frame.reads)
        for name in frame.blocks:
            found = self._shared(context.blocks[name][0]) if len(context.blocks.get(name, ())) else None
            if found is None:
                gaps.add(name)
            else:
                reads.add(found)
        if not gaps or frame.asked & gaps or not frame.asked <= frame.blocks or frame.given & reads.names:
            return None
        return Plan(kind, reads, frozenset(gaps))

    def _shared(self, block: Any) -> Reads | None:
        """Return what a block reads, if nothing of that is the page's own."""
        name, block_name = getattr(block, "name", None), getattr(block, "block", None)
        reads = self.chrome.reads(name, block_name) if name and block_name else None
        if reads is None or reads.values or reads.truths or reads.names & self.chrome.own:
            return None
        return reads

    def _printed(self, plan: Plan, context: Context, page: Page) -> Printed:
        key = plan.kind, key_of(self.chrome, plan.reads, context, page)
        kept = self._kept.get(key)
        if kept and (printed := kept.get(page)):
            self.hits += 1
            return printed
        self._missed()
        if not self.active:
            raise UnkeyableError
        printed = self._print(plan, context)
        if printed.record.strangers:
            self.active = False
        else:
            self._kept.setdefault(key, prints(printed)).add(page, printed)
        return printed

    def _missed(self) -> None:
        self.misses += 1
        if self.misses > TRIES and self.hits < self.misses:
            self.active = False
            self._kept.clear()

    def _print(self, plan: Plan, context: Context) -> Printed:
        """Print the frame. Raises `UnkeyableError` where it sets names to what is this page's alone."""
        gaps: list[Gap] = []
        marked = _marked(context, plan.gaps, gaps)
        record = Record(expected=frozenset(plan.reads.templates))
        self.chrome.records.append(record)
        try:
            pieces = tuple(self.original(marked))
        finally:
            self.chrome.records.pop()
        found = [piece for piece in pieces if type(piece) is Gap]
        if len(found) != len(gaps):
            self.active = False
            raise UnkeyableError
        for gap in gaps:
            for value in gap.names.values():
                self.chrome.frozen(value)
        return Printed("", record, tuple(_joined(pieces)))

    def _filled(self, printed: Printed, context: Context) -> str:
        """Return a frame with the blocks of this page in it."""
        concat = self.chrome.environment.concat
        parts: list[str] = []
        for piece in printed.pieces:
            if type(piece) is Gap:
                context.vars.update(piece.names)
                parts.append(concat(context.blocks[piece.block][0](context)))
            else:
                parts.append(piece)
        return "".join(parts)


def _marked(context: Context, names: frozenset[str], gaps: list[Gap]) -> Context:
    """Return a context like this one, in which some blocks print but a mark."""
    marked = Context(context.environment, context.get_all(), context.name, {})
    marked.globals_keys, marked.eval_ctx = context.globals_keys, context.eval_ctx

    def gap(name: str) -> Callable[[Context], Iterator[str]]:
        def printed(within: Context) -> Iterator[str]:
            mark = Gap()
            mark.block, mark.names = name, dict(within.vars)
            gaps.append(mark)
            yield mark

        return printed

    for name, stack in context.blocks.items():
        marked.blocks[name] = [gap(name), *stack] if name in names else stack
    return marked


def _joined(pieces: tuple[str, ...]) -> Iterator[str]:
    """Yield pieces with the texts between gaps made one."""
    texts: list[str] = []
    for piece in pieces:
        if type(piece) is Gap:
            yield "".join(texts)
            texts.clear()
            yield piece
        else:
            texts.append(piece)
    yield "".join(texts)
