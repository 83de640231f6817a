"""The comments of a site: its providers, and how each is used."""

from dataclasses import dataclass

from byline.comments.provider import Provider
from byline.problems import Problem

LOADS = ("click", "visible", "eager")
"""When a thread is loaded: after a click; once it comes into view; with the page."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A provider as a site uses it; `counts` says whether listings ask it for numbers."""

    provider: Provider
    load: str = "click"
    counts: bool = False


@dataclass(frozen=True, slots=True)
class CommentSystem:
    """All providers of a site, and after how many days an article's comments end, if ever.

    `warnings` are what of its settings can wait.
    """

    providers: tuple[Chosen, ...] = ()
    close_after_days: int | None = None
    warnings: tuple[Problem, ...] = ()
