"""Under which key a printed piece is remembered: all that it reads of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.runtime import Context, Undefined
from jinja2.utils import missing
from mkdocs.structure.pages import Page

from byline.adapter.rendering.reading import Path, Reads

if TYPE_CHECKING:
    from byline.adapter.rendering.chrome import Chrome


class UnkeyableError(Exception):
    """A piece reads something that has a state of its own."""


def key_of(chrome: Chrome, reads: Reads, context: Context, page: Page) -> Any:
    """Return the key of what a piece prints in a context. Raises `UnkeyableError`."""
    frozen, own, around = chrome.frozen, context.vars, context.parent
    parts: list[Any] = [chrome.state]
    for name in reads.names:
        value = own[name] if name in own else around.get(name, missing)
        parts.append(value if value is missing or type(value) is str else frozen(value))
    parts += [frozen(_at(chrome, page, path)) for path in reads.values]
    parts += [bool(_at(chrome, page, path)) for path in reads.truths]
    return tuple(parts)


def _at(chrome: Chrome, page: Page, path: Path) -> Any:
    value: Any = page
    for name in path:
        value = chrome.environment.getattr(value, name)
        if isinstance(value, Undefined):
            break
    return value
