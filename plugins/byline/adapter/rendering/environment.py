"""Templates that keep what they print, and hand the pages of MkDocs' own loop to the rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from types import CodeType
from typing import Any, ClassVar

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, new_context
from jinja2.utils import missing

from byline.adapter.rendering.chrome import Chrome
from byline.adapter.rendering.lookups import escape_quickly, merged
from byline.adapter.rendering.marks import words_of
from byline.adapter.rendering.translated import Translated


class PageTemplate(Template):
    """A template of one build."""

    chrome: ClassVar[Chrome]
    translated: ClassVar[Translated]
    take: ClassVar[Callable[[Template, Any], str | None]]
    original: Callable[[Context], Iterator[str]]

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> PageTemplate:
        """Make a template that prints through its `Partial`."""
        template: PageTemplate = super().from_code(environment, code, globals, uptodate)  # type: ignore
        cls.chrome.marks[template.name or ""] = cls.translated.marks(template.name or "", code)
        escape_quickly(template.root_render_func.__globals__)
        partial = cls.chrome.add(template, words_of(code))
        template.original, template.root_render_func = template.root_render_func, partial
        return template

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return what the template prints; nothing yet where it is a page that is printed later."""
        taken = type(self).take(self, args[0]) if args and not kwargs else None
        return super().render(*args, **kwargs) if taken is None else taken

    def new_context(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> Context:
        """Return what the template reads from, made of plain dictionaries: Jinja goes through them all.

        What is included reads from the dictionary of the template around it.
        """
        if shared and vars is not None:
            known = (
                {**vars, **{name: value for name, value in locals.items() if value is not missing}}
                if locals
                else vars
            )
            context = self.environment.context_class(self.environment, known, self.name, self.blocks)
            context.globals_keys = self.globals.keys()  # type: ignore[assignment]
            return context
        plain = merged(self.globals)
        return new_context(self.environment, self.name, self.blocks, vars, shared, plain, locals)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """Return the template's macros."""

        def make() -> TemplateModule:
            context = self.new_context(vars, shared, locals)
            return TemplateModule(self, context, list(self.original(context)))

        if not vars or "page" not in vars:
            return make()
        self.chrome.used(self.name or "")
        return self.chrome.module(self, {**vars, **(locals or {})}, make)  # type: ignore[no-any-return]
