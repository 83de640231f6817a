"""Whether a site can be made anew page by page: that depends on what other plugins do with all of it."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

WHOLE_SITE = ("files", "nav", "env", "post_build")
"""The events in which a plugin sees all pages together."""
KNOWN = (
    "byline.",
    "material.plugins.search.",
    "material.plugins.tags.",
    "material.plugins.meta.",
    "mkdocs_redirects.",
    "mkdocs_literate_nav.",
    "mkdocs_awesome_nav.",
    "mkdocs_awesome_pages_plugin.",
)
"""Modules of plugins for which the text of an article makes no difference there, and our own."""


def need_whole_builds(config: MkDocsConfig) -> set[str]:
    """Return the names of plugins and hooks that must see the whole site after every save."""
    return {name for event in WHOLE_SITE for name in _strangers(config, event)}


def _strangers(config: MkDocsConfig, event: str) -> Iterator[str]:
    for method in config.plugins.events[event]:
        method = getattr(method, "func", method)
        owner: Any = getattr(method, "__self__", None)
        module = type(owner).__module__ if owner is not None else getattr(method, "__module__", "")
        if not f"{module}.".startswith(KNOWN):
            yield config.plugins._event_origins.get(method) or module
