"""The pages that wait to be printed: by all processes at once, or while MkDocs still prepares others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from byline.adapter.rendering.early import Early, enough, print_early
from byline.adapter.rendering.keeping import Keeping
from byline.adapter.rendering.printing import Printer, mkdocs_log
from byline.adapter.rendering.queue import Done, Job, empty_page
from byline.adapter.timing import Timing

MOST = 2000
"""So many pages wait at most: each keeps what its template prints."""


class Waiting:
    """Pages of one build; those that are printed are kept for the builds to come.

    `state` is what plugins had made of the site before the first page: all that wait are printed in it.
    """

    def __init__(self, printer: Printer, keeping: Keeping) -> None:
        self.state = ""
        self.printed = 0
        self.timing = Timing()
        self._printer, self._keeping = printer, keeping
        self._jobs: list[Job] = []
        self._early: Early | None = None
        self._failed = False

    def add(self, job: Job) -> None:
        """Let one more page wait, and print those that do where they have become enough for that."""
        self._jobs.append(job)
        if self._failed:
            return
        early = self._early
        is_full = len(self._jobs) + (len(early.jobs) if early else 0) >= MOST
        if is_full or (len(self._jobs) >= enough() and (not early or early.is_done())):
            self._print_early()
        if len(self._jobs) >= MOST and not self._failed:
            self._print()

    def finish(self) -> None:
        """Print all pages. Raises what a template raises."""
        self._print()
        for job in self._jobs:
            self._note(job, self._printer.print(job))
        self._jobs.clear()

    def give_up(self) -> None:
        """Print no more pages."""
        if self._early:
            self._early.close()

    def _print(self) -> None:
        """Print the pages that wait, and leave those that fail to `finish`, which may say so."""
        self._printer.chrome.state = self.state
        self._take_in_early()
        jobs, self._jobs = self._jobs, []
        with self.timing.stage("printing pages"):
            self._take_in(jobs, self._printer.attempt_all(jobs))

    def _print_early(self) -> None:
        """Let another process print the pages that wait, while MkDocs goes on to the next ones."""
        self._printer.chrome.state = self.state
        self._take_in_early()
        self._early = print_early(self._printer, self._jobs) if not self._failed else None
        if self._early:
            self._jobs = []

    def _take_in_early(self) -> None:
        """Print the rest of the pages that another process began with."""
        early, self._early = self._early, None
        if early:
            with self.timing.stage("printing pages"):
                self._take_in(early.jobs, early.results())

    def _take_in(self, jobs: Sequence[Job], results: Iterable[Done | None]) -> None:
        """Keep what became of pages; those that failed wait on, before all others."""
        failed = []
        for job, done in zip(jobs, results, strict=True):
            if done:
                self._note(job, done)
            else:
                failed.append(job)
        self._jobs = [*failed, *self._jobs]
        self._failed = self._failed or bool(failed)

    def _note(self, job: Job, done: Done) -> None:
        self.printed += 1
        if done.empty:
            mkdocs_log.info(empty_page(job.page.file.src_uri))
        if job.key and self._keeping.keep(job.key, done) and job.standing:
            self._keeping.keep_standing(job.standing, job.key)
