"""Pages that another process prints while this one still prepares others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from byline.adapter.processes import Begun, begin, processes, wanted
from byline.adapter.rendering.printing import Printer, in_order, others
from byline.adapter.rendering.queue import Done, Job

_ENOUGH = 500
"""So many pages take about as long to print as it takes to prepare the others of a thousand articles."""


@dataclass(frozen=True, slots=True)
class Early:
    """Pages that are being printed."""

    jobs: Sequence[Job]
    first: dict[int, Done | None]
    rest: Begun[Job, Done | None]

    def is_done(self) -> bool:
        """Tell whether the other process is through with them."""
        return self.rest.is_done()

    def results(self) -> list[Done | None]:
        """Print the rest of the pages together; those that could not be printed are None."""
        return in_order(self.jobs, self.first, self.rest.results())

    def close(self) -> None:
        """Print no more."""
        self.rest.close()


def enough() -> int:
    """Return how many pages are worth another process."""
    return 2 if wanted() else _ENOUGH


def print_early(printer: Printer, jobs: Sequence[Job]) -> Early | None:
    """Begin with pages, where there may be another process."""
    if processes() < 2:
        return None
    first = printer.attempt_first(jobs)
    return Early(jobs, first, begin(printer.attempt, others(jobs, first)))
