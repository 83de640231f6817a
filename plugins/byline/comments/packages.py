"""Providers that other packages bring, found by the entry-point group `byline.comments`."""

import json
from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from byline.comments.fields import Report
from byline.comments.provider import Counts, Embed, Provider, Thread
from byline.problems import ContentError

GROUP = "byline.comments"
_TRIAL = Thread("/trial", "A trial", "https://example.org/trial/")


def packaged_names() -> tuple[str, ...]:
    """Return the names of the providers that installed packages bring."""
    return tuple(sorted(entry_points(group=GROUP).names))


def packaged(name: str) -> Callable[[Mapping[str, Any], Report], Provider] | None:
    """Return what reads the settings of a provider that an installed package brings; None without one.

    Whatever goes wrong in the package is raised as `ContentError`.
    """
    entries = tuple(entry_points(group=GROUP, name=name))
    if not entries:
        return None
    entry = entries[0]

    def configured(values: Mapping[str, Any], report: Report) -> Provider:
        try:
            provider = entry.load()(values, report)
            _try(provider, name)
        except ContentError:
            raise
        except Exception as error:
            wrong = f"`{name}`, which {_origin(entry)} brings, fails ({type(error).__name__}: {error})"
            mend = "update that package, or take this provider out"
            raise ContentError([report(f"comments: {wrong}", mend, "comments", "provider")]) from error
        return provider  # type: ignore[no-any-return]

    return configured


def _try(provider: Any, name: str) -> None:
    """Ask a provider for all that pages will ask it for. Raises what it raises, or `TypeError`."""
    if provider.name != name:
        raise TypeError(f"it calls itself `{provider.name}`")
    embed, counts, policy = provider.embed(_TRIAL), provider.counts(), provider.policy()
    if not isinstance(embed, Embed | None):
        raise TypeError("`embed` returns no Embed")
    if not isinstance(counts, Counts | None):
        raise TypeError("`counts` returns no Counts")
    for part in (embed, counts):
        json.dumps(dict(part.settings) if part else {})
    for directive, sources in policy.items():
        if isinstance(sources, str) or not all(
            isinstance(word, str) and word.isprintable() and not set(word) & set(" ,;")
            for word in (directive, *sources)
        ):
            raise TypeError("`policy` returns no sources by directive")
    provider.lacks()
    provider.in_preview()
    provider.refuses("")


def _origin(entry: EntryPoint) -> str:
    return f"the package {entry.dist.name}" if entry.dist else "another package"
