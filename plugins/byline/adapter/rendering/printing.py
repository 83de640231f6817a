"""Printing one page, as MkDocs does it."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page

from byline.adapter.hearing import heard
from byline.adapter.processes import spread
from byline.adapter.rendering.chrome import Chrome
from byline.adapter.rendering.queue import Done, Job
from byline.adapter.rendering.record import Record
from byline.adapter.site_folder import create
from byline.cache import Cache, link_file, write_file

mkdocs_log = logging.getLogger("mkdocs.commands.build")

FIRST = 3
"""So many pages of a template make it ready: it is compiled, and known for what it reads."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints pages and writes them, into the cache too."""

    config: MkDocsConfig
    chrome: Chrome
    cache: Cache
    seen: Counter[str | None] = field(default_factory=Counter)

    def attempt_all(self, jobs: Sequence[Job]) -> list[Done | None]:
        """Print pages, by all processes there are."""
        first = self.attempt_first(jobs)
        return in_order(jobs, first, spread(self.attempt, others(jobs, first)))

    def attempt_first(self, jobs: Sequence[Job]) -> dict[int, Done | None]:
        """Print the first pages of each template; return what became of them, by their places among the jobs.

        Done before there is another process, this makes templates ready for all.
        """
        return {number: self.attempt(jobs[number]) for number in self._first_of_each(jobs)}

    def attempt(self, job: Job) -> Done | None:
        """Print a page; None where that fails: `print` then says how."""
        try:
            return self._print(job)
        except Exception:
            return None

    def print(self, job: Job) -> Done:
        """Print a page. What its template raises, MkDocs' log names the page of."""
        try:
            return self._print(job)
        except Exception as error:
            said = "" if isinstance(error, BuildError) else f" {error}"
            mkdocs_log.error(f"Error building page '{job.page.file.src_uri}':{said}")
            raise

    def _print(self, job: Job) -> Done:
        record = Record()
        with self._current(job.page), heard() as said:
            self.chrome.begin(job.page, job.context)
            self.chrome.records.append(record)
            try:
                text = Template.render(job.template, job.context)
            finally:
                self.chrome.records.pop()
        if not text or text.isspace():
            return Done(empty=True)
        data = text.encode("utf-8", errors="xmlcharrefreplace")
        file = job.page.file.abs_dest_path
        _write(file, data)
        # A page that says something does so at each build, and is not kept.
        place = self.cache.place(job.key) if job.key and not said else None
        state = (link_file(place, file, data) or write_file(place, data)) if place else None
        return Done(state, tuple(sorted(record.site)))

    def _first_of_each(self, jobs: Sequence[Job]) -> Iterator[int]:
        """Yield where jobs stand of templates of which few pages were printed here."""
        for number, job in enumerate(jobs):
            self.seen[job.template.name] += 1
            if self.seen[job.template.name] <= FIRST:
                yield number

    @contextmanager
    def _current(self, page: Page) -> Iterator[None]:
        self.config._current_page = page
        page.active = True
        try:
            yield
        finally:
            page.active = False
            self.config._current_page = None


def others(jobs: Sequence[Job], first: dict[int, Done | None]) -> list[Job]:
    """Return the jobs that were not among the first of their templates."""
    return [job for number, job in enumerate(jobs) if number not in first]


def in_order(
    jobs: Sequence[Job], first: dict[int, Done | None], rest: Iterable[Done | None]
) -> list[Done | None]:
    """Return what became of all jobs, in their order."""
    following = iter(rest)
    return [first[number] if number in first else next(following) for number in range(len(jobs))]


def _write(place: str, data: bytes) -> None:
    """Write a page's file. Most pages have a folder of their own, which is made first."""
    with suppress(FileExistsError):
        _make_folder(os.path.dirname(place))  # noqa: PTH120 - at every page
    create(place, data)


def _make_folder(place: str) -> None:
    try:
        os.mkdir(place)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103
