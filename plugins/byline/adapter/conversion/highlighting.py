"""Pygments, asked once for what many blocks of code share: the class of their lexers, and the formatter."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

from byline.adapter.conversion.known import is_known

_HIGHLIGHT, _LEXERS = "pymdownx.highlight", "pygments.lexers"
_KNOWN = (_HIGHLIGHT, _LEXERS, "pygments.formatters.html")


@contextmanager
def highlight_quickly() -> Iterator[None]:
    """Let blocks of code be highlighted so meanwhile."""
    module: Any = sys.modules.get(_HIGHLIGHT)
    if module is None or not all(map(is_known, _KNOWN)) or not isinstance(module.BlockHtmlFormatter, type):
        yield
        return
    formatter, lexer = module.BlockHtmlFormatter, module.get_lexer_by_name
    module.BlockHtmlFormatter, module.get_lexer_by_name = _formatters(formatter), _lexers(lexer)
    try:
        yield
    finally:
        module.BlockHtmlFormatter, module.get_lexer_by_name = formatter, lexer


@cache
def _formatters(formatter: type) -> Callable[..., Any]:
    """Return what makes formatters. One serves all blocks with equal settings: it keeps nothing of them."""
    kept = lru_cache(maxsize=16, typed=True)(formatter)

    def make(**options: Any) -> Any:
        return kept(**options | {"hl_lines": tuple(options.get("hl_lines", ()))})

    return make


@cache
def _lexers(lexer: Callable[..., Any]) -> Callable[..., Any]:
    """Return what makes lexers. Each block has its own: some remember what they read."""
    module: Any = sys.modules[_LEXERS]
    if lexer is not module.get_lexer_by_name:
        return lexer
    class_of = lru_cache(maxsize=256)(module.find_lexer_class_by_name)

    def make(name: str, **options: Any) -> Any:
        return class_of(name)(**options)

    return make
