"""The pages that wait to be printed: by all processes at once, or while MkDocs still prepares others."""

from __future__ import annotations

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
        early = len(self._early.jobs) if self._early else 0
        if early + len(self._jobs) >= MOST and not self._failed:
            self._print()
        elif len(self._jobs) == enough() and not (early or self._failed):
            self._print_early()

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
        jobs, early = self._jobs, self._early
        with self.timing.stage("printing pages"):
            results = [*(early.results() if early else ()), *self._printer.attempt_all(jobs)]
        jobs = [*(early.jobs if early else ()), *jobs]
        failed = [job for job, done in zip(jobs, results, strict=True) if not done]
        for job, done in zip(jobs, results, strict=True):
            if done:
                self._note(job, done)
        self._jobs, self._early, self._failed = failed, None, bool(failed)

    def _print_early(self) -> None:
        """Let another process print the pages that wait, while MkDocs goes on to the next ones."""
        self._printer.chrome.state = self.state
        self._early = print_early(self._printer, self._jobs)
        if self._early:
            self._jobs = []

    def _note(self, job: Job, done: Done) -> None:
        self.printed += 1
        if done.empty:
            mkdocs_log.info(empty_page(job.page.file.src_uri))
        if job.key and self._keeping.keep(job.key, done) and job.standing:
            self._keeping.keep_standing(job.standing, job.key)
