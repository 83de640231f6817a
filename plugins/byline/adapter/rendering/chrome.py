"""The frame round each page, printed once for all pages that it is the same on.

A partial that other templates include (the navigation, the search, an icon) prints the same wherever all that
it reads is the same. What it reads is found in its text; where that cannot be told, or where it hardly ever
is the same, the partial prints anew each time.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from byline.adapter.rendering.reading import ADDRESSES, Path, Reads, UntoldError, reads_of
from byline.adapter.rendering.record import Record

TRIES = 24
"""After so many prints, a partial that was mostly new is no longer kept."""


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
    """All partials of one build. `state` tells apart what plugins may have changed between two pages."""

    environment: Environment
    config: MkDocsConfig
    nav: Navigation
    constants: dict[int, object] = field(default_factory=dict)
    state: str = ""
    records: list[Record] = field(default_factory=list)
    partials: dict[str, Partial] = field(default_factory=dict)
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    _modules: dict[tuple[str, str], Any] = field(default_factory=dict)
    _reads: dict[str, Reads | None] = field(default_factory=dict)
    _filters: dict[str, Any] = field(default_factory=dict)
    _placed: frozenset[int] | None = frozenset()

    def __post_init__(self) -> None:
        self._placed = _items(self.nav)
        for value in (self.config, self.nav):
            self.constants[id(value)] = value
        for name, original in (("url", url_filter), ("script_tag", script_tag_filter)):
            if self.environment.filters.get(name) is original:
                self.environment.filters[name] = self._noting(original)
                self.accept(name)

    def accept(self, name: str) -> None:
        """Take a filter that writes addresses for one that only ever passes them on, after some change."""
        self._filters[name] = self.environment.filters[name]

    def reads(self, name: str) -> Reads | None:
        """Return what a template reads; None where that cannot be told."""
        if name not in self._reads:
            try:
                self._reads[name] = reads_of(self.environment, name)
            except UntoldError:
                self._reads[name] = None
        reads = self._reads[name]
        if reads and reads.addresses and not self._notes_addresses():
            return None
        return reads

    def outside(self, page: Page) -> bool:
        """Say whether a page is none of the navigation's, as far as templates could see."""
        return self._placed is not None and id(page) not in self._placed

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
        """Return a template's macros: the same for all pages where they read nothing but the configuration."""
        name = template.name or ""
        reads = self.reads(name)
        if (
            reads is None
            or reads.names - {"config"}
            or reads.values
            or reads.truths
            or reads.addresses
            or variables.get("config") is not self.config
        ):
            return make()
        key = (name, self.state)
        if key not in self._modules:
            module = make()
            for export, value in list(vars(module).items()):
                if isinstance(value, Macro):
                    setattr(module, export, RememberedMacro(value))
            self.constants[id(module)] = self._modules[key] = module
        return self._modules[key]

    def _notes_addresses(self) -> bool:
        filters = self.environment.filters
        return all(filters[name] is self._filters.get(name) for name in ADDRESSES)

    def partial(self, template: Template) -> Partial:
        """Return what is known of a partial."""
        name = template.name or ""
        return self.partials.setdefault(name, Partial(self, name, template.root_render_func))

    def _noting(self, original: Any) -> Any:
        @pass_context
        def noting(context: Context, value: Any) -> Any:
            if self.records:
                self.records[-1].addresses.add(str(value))
            return original(context, value)

        return noting


@dataclass(slots=True)
class Partial:
    """A template that others include."""

    chrome: Chrome
    name: str
    original: Any
    active: bool = True
    hits: int = 0
    misses: int = 0
    _kept: dict[Any, Prints] = field(default_factory=dict)

    def __call__(self, context: Context) -> Iterator[str]:
        """Print the partial; a template that extends this one prints as it always does."""
        chrome = self.chrome
        chrome.used(self.name)
        page = context.parent.get("page") if self.active and context.name == self.name else None
        if not isinstance(page, Page):
            return self.original(context)  # type: ignore[no-any-return]
        try:
            printed = self._printed(context, page)
        except UnkeyableError:
            self.active = self.active and self.misses < TRIES
            self.misses += 1
            return self.original(context)  # type: ignore[no-any-return]
        if chrome.records:
            chrome.records[-1].add(printed.record)
        return iter_once(printed.text)

    def _printed(self, context: Context, page: Page) -> Printed:
        reads = self.chrome.reads(self.name)
        if reads is None:
            self.active = False
            raise UnkeyableError
        key = self._key(reads, context, page)
        prints = self._kept.get(key)
        if prints and (printed := prints.by_place.get(prints.place(page))):
            self.hits += 1
            return printed
        self.misses += 1
        if self.misses > TRIES and self.hits < self.misses:
            self.active = False
            self._kept.clear()
            raise UnkeyableError
        printed = self._print(reads, context)
        if printed.record.strangers:
            self.active = False
        else:
            prints = self._kept.setdefault(key, Prints(_prefixes(printed.record.addresses)))
            prints.by_place[prints.place(page)] = printed
        return printed

    def _key(self, reads: Reads, context: Context, page: Page) -> Any:
        if reads.position and not self.chrome.outside(page):
            raise UnkeyableError
        parts: list[Any] = [self.chrome.state]
        parts += [self._frozen(context.resolve_or_missing(name)) for name in reads.names]
        parts += [self._frozen(self._at(page, path)) for path in reads.values]
        parts += [bool(self._at(page, path)) for path in reads.truths]
        return tuple(parts)

    def _at(self, page: Page, path: Path) -> Any:
        value: Any = page
        for name in path:
            value = self.chrome.environment.getattr(value, name)
            if isinstance(value, Undefined):
                break
        return value

    def _frozen(self, value: Any) -> Any:
        if value is None or type(value) is str:
            return value
        if value is missing or isinstance(value, Undefined):
            return missing
        if isinstance(value, bool | int | float | str):
            return type(value), value
        if id(value) in self.chrome.constants:
            return missing, id(value)
        if type(value) in (list, tuple):
            return type(value), tuple(map(self._frozen, value))
        if type(value) is dict:
            return dict, tuple((self._frozen(name), self._frozen(item)) for name, item in value.items())
        raise UnkeyableError

    def _print(self, reads: Reads, context: Context) -> Printed:
        chrome = self.chrome
        record = Record(expected=frozenset(reads.templates))
        chrome.records.append(record)
        try:
            return Printed(chrome.environment.concat(self.original(context)), record)  # type: ignore
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
        parts[:length]
        for parts in ((), *map(_parts, addresses))
        for length in range(len(parts) + 1)
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
