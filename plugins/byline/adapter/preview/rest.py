"""What is left to do once a saved article is shown."""

from collections.abc import Callable, Hashable

PAGES, TEXTS, SEARCH, WHOLE = range(4)
"""In this order: pages, feeds and open data, the search index, a whole build."""
PATIENCE = (0.0, 0.05, 0.5, 1.0)
"""Seconds without a new save that each waits for."""


class Rest:
    """Jobs, each once however often it is asked for; the most visible first."""

    def __init__(self) -> None:
        self._jobs: tuple[dict[Hashable, Callable[[], None]], ...] = ({}, {}, {}, {})

    def add(self, rank: int, name: Hashable, job: Callable[[], None]) -> None:
        """Take a job in; it replaces one of the same name."""
        self._jobs[rank].pop(name, None)
        self._jobs[rank][name] = job

    @property
    def rank(self) -> int | None:
        """Return which kind of job comes next; None: there is none."""
        return next((rank for rank, jobs in enumerate(self._jobs) if jobs), None)

    def do_one(self) -> None:
        """Do the next job."""
        if self.rank is not None:
            jobs = self._jobs[self.rank]
            jobs.pop(next(iter(jobs)))()
