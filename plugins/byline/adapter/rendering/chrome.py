"""The frame round each page, printed once for all pages that it is the same on.

A partial that other templates include (the navigation, the search, an icon) prints the same wherever all that
it reads is the same. What it reads is found in its text; where that cannot be told, or where it hardly ever
is the same, the partial prints anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from byline.adapter.rendering.address_filters import AddressFilters
from byline.adapter.rendering.frame import Frame
from byline.adapter.rendering.keys import UnkeyableError
from byline.adapter.rendering.marks import Trees, words_of
from byline.adapter.rendering.partial import Partial, RememberedMacro
from byline.adapter.rendering.reading import Reads
from byline.adapter.rendering.readings import Readings
from byline.adapter.rendering.record import Record

GLOBAL = frozenset({"nav", "pages", "mkdocs_version", "build_date_utc", "config", "page", "byline"})
"""What every page's context has; the rest is the page's own."""


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
    readings: Readings = field(init=False)
    filters: AddressFilters = field(init=False)
    marks: dict[str, frozenset[str]] = field(default_factory=dict)
    _modules: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    _placed: frozenset[int] | None = frozenset()

    def __post_init__(self) -> None:
        self.trees = Trees(self.environment)
        self.readings = Readings(self.trees)
        self.filters = AddressFilters(self.environment, self.records)
        self._placed = _items(self.nav)
        for value in (self.config, self.nav):
            self.constants[id(value)] = value

    def reads(self, name: str, block: str = "") -> Reads | None:
        """Return what a template, or a block of one, reads; None where that cannot be told."""
        reads = self.readings.reads(name, block)
        if reads and reads.addresses and not self.filters.note_all():
            return None
        return reads

    def frame(self, name: str) -> Frame | None:
        """Return what a template reads outside of its blocks; None where that cannot be told."""
        frame = self.readings.frame(name)
        return None if frame and frame.reads.addresses and not self.filters.note_all() else frame

    def begin(self, page: Page, context: Mapping[str, Any]) -> None:
        """Take note of the page that is printed next."""
        self.page = page
        self.filters.begin(page)
        self.own = frozenset(context.keys() - GLOBAL)

    def prints(self, context: Context) -> bool:
        """Say whether a context is that of the page that is being printed."""
        return context.parent.get("page") is self.page

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
        if id(value) in self.constants:
            return missing, id(value)
        if value is missing or isinstance(value, Undefined):
            return missing
        if isinstance(value, bool | int | float | str):
            return type(value), value
        if type(value) in (list, tuple):
            return type(value), tuple(map(self.frozen, value))
        if type(value) is dict:
            return dict, tuple((self.frozen(name), self.frozen(item)) for name, item in value.items())
        raise UnkeyableError

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
