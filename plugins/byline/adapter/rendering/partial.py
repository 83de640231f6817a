"""A template that others include, or a block of one, that prints once what is the same on many pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from mkdocs.structure.pages import Page

from byline.adapter.rendering.around import Around
from byline.adapter.rendering.keys import UnkeyableError, key_of
from byline.adapter.rendering.places import Printed, Prints, prints
from byline.adapter.rendering.reading import Reads
from byline.adapter.rendering.record import Record

if TYPE_CHECKING:
    from byline.adapter.rendering.chrome import Chrome

TRIES = 24
"""After so many prints, a partial that was mostly new is no longer kept."""
FEW = 2
"""So many prints are not worth asking what a partial reads."""


@dataclass(slots=True)
class Partial:
    """Prints a template, or a `block` of it. `words` are all texts in its code, among them what it reads."""

    chrome: Chrome
    name: str
    block: str
    original: Callable[[Context], Iterator[str]]
    words: set[str]
    active: bool = True
    hits: int = 0
    misses: int = 0
    around: Around | None = None
    _reads: Reads | None = None
    _kept: dict[Any, Prints] = field(default_factory=dict)

    def __call__(self, context: Context) -> Iterator[str]:
        """Print it as one text: its parts would else go singly through all templates around it.

        Of a template that another one extends, no more than what stands round its blocks can be remembered.
        """
        chrome = self.chrome
        if not self.block:
            chrome.used(self.name)
        page = chrome.page
        included = self.block or context.name == self.name
        if page is None or not chrome.prints(context):
            return _once(self._text(context))
        if not (self.active and included):
            return _once(self._around_text(context, page))
        if self._reads and self._reads.position and not chrome.outside(page):
            return _once(self._around_text(context, page))
        try:
            printed = self._printed(context, page)
        except UnkeyableError:
            self.active = self.active and (self.misses < TRIES or self.hits > self.misses)
            self.misses += 1
            return _once(self._around_text(context, page))
        if chrome.records:
            chrome.records[-1].add(printed.record)
        return _once(printed.text)

    def __post_init__(self) -> None:
        if not self.block:
            self.around = Around(self.chrome, self.name, self.original)

    def __str__(self) -> str:
        return f"{self.name}, {self.block}" if self.block else self.name

    def _printed(self, context: Context, page: Page) -> Printed:
        reads = self._reads or self._ask(context)
        if reads is None or (reads.position and not self.chrome.outside(page)):
            raise UnkeyableError
        key = key_of(self.chrome, reads, context, page)
        kept = self._kept.get(key)
        if kept and (printed := kept.get(page)):
            self.hits += 1
            return printed
        if self.misses >= TRIES and self.hits < self.misses:
            self.active = False
            self._kept.clear()
            raise UnkeyableError
        self.misses += 1
        printed = self._print(reads, context)
        self.active = not printed.record.strangers
        if self.active:
            self._kept.setdefault(key, prints(printed)).add(page, printed)
        return printed

    def _ask(self, context: Context) -> Reads | None:
        """Return what the partial reads, once it is worth asking, unless it is of no use to know."""
        if self.misses < FEW:
            return None
        try:
            for name in self.words & self.chrome.own:
                self.chrome.frozen(context.parent.get(name))
        except UnkeyableError:
            self.active = False
            return None
        self._reads = self.chrome.reads(self.name, self.block)
        self.active = self._reads is not None
        return self._reads

    def _print(self, reads: Reads, context: Context) -> Printed:
        record = Record(expected=frozenset(reads.templates))
        self.chrome.records.append(record)
        try:
            return Printed(self._text(context), record)
        finally:
            self.chrome.records.pop()

    def _around_text(self, context: Context, page: Page) -> str:
        text = self.around.text(context, page) if self.around and self.around.active else None
        return self._text(context) if text is None else text

    def _text(self, context: Context) -> str:
        return self.chrome.environment.concat(self.original(context))


class RememberedMacro:
    """A macro that says the same whenever it is called with the same words."""

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        self._said: dict[Any, str] = {}

    @pass_eval_context
    def __call__(self, eval_ctx: EvalContext, *words: Any, **more: Any) -> str:
        """Say it."""
        if more or not all(type(word) is str for word in words):
            return self._macro(eval_ctx, *words, **more)
        key = (bool(eval_ctx.autoescape), *words)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._macro(eval_ctx, *words)
        return said


def _once(text: str) -> Iterator[str]:
    """Yield a text, as a template yields its parts."""
    yield text
