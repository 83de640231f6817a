"""Templates as Python: Jinja translates each one once, and later builds find it in a cache of the user's.

What is kept is what Python compiled, each byte of it a sign of a text, as in the files of its own cache: only
the very Python that wrote it reads it again.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from types import CodeType

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket

from byline.adapter.rendering.marks import Trees, marks_of
from byline.cache import Cache, UndigestibleError, digest, software

SETTINGS = (
    "autoescape",
    "block_end_string",
    "block_start_string",
    "comment_end_string",
    "comment_start_string",
    "finalize",
    "is_async",
    "keep_trailing_newline",
    "line_comment_prefix",
    "line_statement_prefix",
    "lstrip_blocks",
    "newline_sequence",
    "newstyle_gettext",
    "optimized",
    "policies",
    "sandboxed",
    "trim_blocks",
    "variable_end_string",
    "variable_start_string",
)
"""What of an environment may change the Python that a template becomes, beside its functions."""


@dataclass(slots=True)
class Translated(BytecodeCache):
    """The templates of one environment as Python, with the parts of the whole site that each may print."""

    trees: Trees
    cache: Cache
    _settings: list[str | None] = field(default_factory=list)
    _marks: dict[str, frozenset[str]] = field(default_factory=dict)

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return a template's code. Raises `TemplateError`."""
        settings = self._told(environment)
        key = digest(software(), settings, self.trees.ours, name, filename, source)
        bucket = Bucket(environment, key, key)
        if kept := self.cache.load("template", key) if settings else None:
            bucket.code = marshal.loads(kept[0].encode("latin-1"))  # noqa: S302 - nobody but us wrote it
            self._marks[name] = frozenset(kept[1])
            return bucket
        bucket.code = self._translate(environment, name, filename, source)
        self._marks[name] = marks_of(self.trees, name, bucket.code)
        if settings:
            compiled = marshal.dumps(bucket.code).decode("latin-1")
            self.cache.save("template", key, [compiled, sorted(self._marks[name])])
        return bucket

    def _translate(self, environment: Environment, name: str, filename: str | None, source: str) -> CodeType:
        """Return a template as Python, its page's own pieces set apart. Raises `TemplateError`."""
        self.trees.sources[name] = source
        try:
            return environment.compile(self.trees.whole(name), name, filename)
        except TemplateError:
            return environment.compile(source, name, filename)

    def marks(self, name: str, code: CodeType) -> frozenset[str]:
        """Return which parts of the whole site a template may print that was just made."""
        known = self._marks.pop(name, None)
        return marks_of(self.trees, name, code) if known is None else known

    def _told(self, environment: Environment) -> str | None:
        """Tell of an environment what its templates' Python depends on, as it is when it is first asked."""
        if not self._settings:
            self._settings.append(told_of(environment))
        return self._settings[0]


def told_of(environment: Environment) -> str | None:
    """Tell of an environment what its templates' Python depends on; None where that cannot be told.

    Functions are told by where they come from: Jinja works out at once what they make of constants.
    """
    if type(environment) is not Environment:
        return None
    functions = {**environment.filters, **{f"is {name}": test for name, test in environment.tests.items()}}
    try:
        places = [[name, kind.__module__, kind.__qualname__] for name, kind in sorted(functions.items())]
        settings = [getattr(environment, name, None) for name in SETTINGS]
        return digest(places, settings, [kind.identifier for kind in environment.iter_extensions()])
    except (AttributeError, UndigestibleError):
        return None
