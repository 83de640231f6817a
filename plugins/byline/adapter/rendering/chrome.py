"""The frame round each page, printed once for all pages that it is the same on.

A partial that other templates include (the navigation, the search, an icon) prints the same wherever all that
it reads is the same. What it reads is found in its text; where that cannot be told, or where it hardly ever
is the same, the partial prints anew each time.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from byline.adapter.rendering.marks import Trees, words_of
from byline.adapter.rendering.reading import ADDRESSES, Path, Reads, UntoldError, reads_of
from byline.adapter.rendering.record import Record

TRIES = 24
"""After so many prints, a partial that was mostly new is no longer kept."""
FEW = 2
"""So many prints are not worth asking what a partial reads."""


GLOBAL = frozenset({"nav", "pages", "mkdocs_version", "build_date_utc", "config", "page", "byline"})
"""What every page's context has; the rest is the page's own."""


class UnkeyableError(Exception):
    """A partial reads something that has a state of its own."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a partial printed, and what that stands on beside its key."""

    text: str
    record: Record


@dataclass(slots=True)
class Prints:
    """What a partial printed for one key, by the place of the page in the addresses that it prints."""

    prefixes: frozenset[tuple[str, ...]]
    by_place: dict[Any, Printed] = field(default_factory=dict)

    def place(self, page: Page) -> tuple[int, tuple[str, ...]]:
        """Return how deep a page stands, and how far any of the addresses leads the same way."""
        parts = _folders(page.url)
        shared = len(parts)
        while parts[:shared] not in self.prefixes:
            shared -= 1
        return len(parts), parts[:shared]


@dataclass(slots=True)
class Chrome:
    """All partials of one build.

    `page` is the page that is being printed; `own` are the names in its context that other pages do not have,
    or have otherwise. `state` tells apart what plugins may have changed between two pages.
    """

    environment: Environment
    config: MkDocsConfig
    nav: Navigation
    constants: dict[int, object] = field(default_factory=dict)
    state: str = ""
    page: Page | None = None
    own: frozenset[str] = frozenset()
    records: list[Record] = field(default_factory=list)
    partials: list[Partial] = field(default_factory=list)
    trees: Trees = field(init=False)
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    _modules: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    _reads: dict[tuple[str, str], Reads | None] = field(default_factory=dict)
    _filters: dict[str, Any] = field(default_factory=dict)
    _placed: frozenset[int] | None = frozenset()

    def __post_init__(self) -> None:
        self.trees = Trees(self.environment)
        self._placed = _items(self.nav)
        for value in (self.config, self.nav):
            self.constants[id(value)] = value
        for name, original in (("url", url_filter), ("script_tag", script_tag_filter)):
            if self.environment.filters.get(name) is original:
                self.environment.filters[name] = self._noting(original)
                self.accept(name)

    def accept(self, name: str) -> None:
        """Take the present filter of a name for one that writes addresses by MkDocs' own."""
        self._filters[name] = self.environment.filters[name]

    def reads(self, name: str, block: str = "") -> Reads | None:
        """Return what a template, or a block of one, reads; None where that cannot be told."""
        if (name, block) not in self._reads:
            try:
                self._reads[name, block] = reads_of(self.trees, name, block)
            except UntoldError:
                self._reads[name, block] = None
        reads = self._reads[name, block]
        if reads and reads.addresses and not self._notes_addresses():
            return None
        return reads

    def begin(self, page: Page, context: Mapping[str, Any]) -> None:
        """Take note of the page that is printed next."""
        self.page = page
        self.own = frozenset(context.keys() - GLOBAL)

    def outside(self, page: Page) -> bool:
        """Say whether a page is none of the navigation's, as far as templates could see."""
        return self._placed is not None and page.parent is None and id(page) not in self._placed

    def used(self, name: str) -> None:
        """Note that a template is part of what is being printed."""
        if not self.records:
            return
        record = self.records[-1]
        record.site |= self.marks.get(name, frozenset())
        if record.expected is not None and name not in record.expected:
            reads = self.reads(name)
            record.strangers |= reads is None or not reads.nothing

    def module(self, template: Template, variables: Mapping[str, Any], make: Callable[[], Any]) -> Any:
        """Return a template's macros: the same for all pages where what they read is the same."""
        name = template.name or ""
        reads = self.reads(name)
        if reads is None or reads.values or reads.truths or reads.addresses or reads.position:
            return make()
        try:
            key = (name, self.state, *(self.frozen(variables.get(word, missing)) for word in reads.names))
        except UnkeyableError:
            return make()
        if key not in self._modules:
            module = make()
            for export, value in list(vars(module).items()):
                if isinstance(value, Macro):
                    setattr(module, export, RememberedMacro(value))
            self.constants[id(module)] = self._modules[key] = module
        return self._modules[key]

    def frozen(self, value: Any) -> Any:
        """Return a key for a value. Raises `UnkeyableError` for one with a state of its own."""
        if value is None or type(value) is str:
            return value
        if value is missing or isinstance(value, Undefined):
            return missing
        if isinstance(value, bool | int | float | str):
            return type(value), value
        if id(value) in self.constants:
            return missing, id(value)
        if type(value) in (list, tuple):
            return type(value), tuple(map(self.frozen, value))
        if type(value) is dict:
            return dict, tuple((self.frozen(name), self.frozen(item)) for name, item in value.items())
        raise UnkeyableError

    def _notes_addresses(self) -> bool:
        filters = self.environment.filters
        return all(filters[name] is self._filters.get(name) for name in ADDRESSES)

    def add(self, template: Template, words: set[str]) -> Partial:
        """Take in a template and its blocks; `words` are all texts in its code."""
        name = template.name or ""
        for block, function in template.blocks.items():
            own = words_of(function.__code__)
            if "super" not in function.__code__.co_names:
                template.blocks[block] = self._add(Partial(self, name, block, function, own))
        return self._add(Partial(self, name, "", template.root_render_func, words))

    def _add(self, partial: Partial) -> Partial:
        self.partials.append(partial)
        return partial

    def _noting(self, original: Any) -> Any:
        @pass_context
        def noting(context: Context, value: Any) -> Any:
            if self.records:
                self.records[-1].addresses.add(str(value))
            return original(context, value)

        return noting


@dataclass(slots=True)
class Partial:
    """A template that others include, or a block of one."""

    chrome: Chrome
    name: str
    block: str
    original: Any
    words: set[str]
    active: bool = True
    hits: int = 0
    misses: int = 0
    _reads: Reads | None = None
    _kept: dict[Any, Prints] = field(default_factory=dict)

    def __call__(self, context: Context) -> Iterator[str]:
        """Print the partial; a template that extends this one prints as it always does."""
        chrome = self.chrome
        if not self.block:
            chrome.used(self.name)
        included = self.block or context.name == self.name
        page = chrome.page if self.active and included else None
        if page is None or context.parent.get("page") is not page:
            return self.original(context)  # type: ignore[no-any-return]
        try:
            printed = self._printed(context, page)
        except UnkeyableError:
            self.active = self.active and (self.misses < TRIES or self.hits > self.misses)
            self.misses += 1
            return self.original(context)  # type: ignore[no-any-return]
        if chrome.records:
            chrome.records[-1].add(printed.record)
        return iter_once(printed.text)

    def __str__(self) -> str:
        return f"{self.name}, {self.block}" if self.block else self.name

    def _printed(self, context: Context, page: Page) -> Printed:
        reads = self._reads or self._ask(context)
        if reads is None:
            raise UnkeyableError
        key = self._key(reads, context, page)
        prints = self._kept.get(key)
        if prints and (printed := prints.by_place.get(prints.place(page))):
            self.hits += 1
            return printed
        if self.misses >= TRIES and self.hits < self.misses:
            self.active = False
            self._kept.clear()
            raise UnkeyableError
        self.misses += 1
        printed = self._print(reads, context)
        if printed.record.strangers:
            self.active = False
        else:
            prints = self._kept.setdefault(key, Prints(_prefixes(printed.record.addresses)))
            prints.by_place[prints.place(page)] = printed
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

    def _key(self, reads: Reads, context: Context, page: Page) -> Any:
        if reads.position and not self.chrome.outside(page):
            raise UnkeyableError
        parts: list[Any] = [self.chrome.state]
        parts += [self.chrome.frozen(context.resolve_or_missing(name)) for name in reads.names]
        parts += [self.chrome.frozen(self._at(page, path)) for path in reads.values]
        parts += [bool(self._at(page, path)) for path in reads.truths]
        return tuple(parts)

    def _at(self, page: Page, path: Path) -> Any:
        value: Any = page
        for name in path:
            value = self.chrome.environment.getattr(value, name)
            if isinstance(value, Undefined):
                break
        return value

    def _print(self, reads: Reads, context: Context) -> Printed:
        chrome = self.chrome
        record = Record(expected=frozenset(reads.templates))
        chrome.records.append(record)
        try:
            return Printed(chrome.environment.concat(self.original(context)), record)
        finally:
            chrome.records.pop()


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


def iter_once(text: str) -> Iterator[str]:
    """Yield a text, as a template yields its parts."""
    yield text


@lru_cache(maxsize=4)
def _folders(address: str) -> tuple[str, ...]:
    """Return the folders that a page stands in, as its address names them."""
    folder, _, file = address.rpartition("/")
    return _parts(folder if "." in file else address)


def _parts(address: str) -> tuple[str, ...]:
    path = posixpath.normpath("/" + address.lstrip("/"))[1:]
    return tuple(path.split("/")) if path else ()


def _prefixes(addresses: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return all beginnings of addresses, from none of their parts to all."""
    return frozenset(
        parts[:length] for parts in ((), *map(_parts, addresses)) for length in range(len(parts) + 1)
    )


def _items(nav: Navigation) -> frozenset[int] | None:
    """Return the identities of what stands in a navigation; None where an item has pages of its own kind."""
    found: list[int] = []
    rest = list(nav.items)
    while rest:
        item = rest.pop()
        if hasattr(item, "pages"):
            return None
        found.append(id(item))
        rest += item.children or ()
    return frozenset(found)
