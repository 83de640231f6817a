"""What templates read, found in their syntax trees once: later builds with the same templates know it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

from byline.adapter.rendering.frame import Frame, frame_of
from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.reading import Reads, UntoldError, reads_of
from byline.adapter.rendering.translated import told_of
from byline.cache import Cache, UndigestibleError, digest, software

_KIND = "readings"


@dataclass(slots=True)
class Readings:
    """What the templates of one environment read, and their blocks; None for what cannot be told.

    `templates` is a digest of all of them, where there is one: what a template reads depends on those that
    it includes, too.
    """

    trees: Trees
    cache: Cache = field(default_factory=Cache)
    templates: str = ""
    _key: str | None = None
    _reads: dict[tuple[str, str], Reads | None] = field(default_factory=dict)
    _frames: dict[str, Frame | None] = field(default_factory=dict)
    _known: int = 0

    def reads(self, name: str, block: str = "") -> Reads | None:
        """Return what a template, or a block of one, reads."""
        self._load()
        if (name, block) not in self._reads:
            try:
                self._reads[name, block] = reads_of(self.trees, name, block)
            except UntoldError:
                self._reads[name, block] = None
        return self._reads[name, block]

    def frame(self, name: str) -> Frame | None:
        """Return what a template reads outside of its blocks."""
        self._load()
        if name not in self._frames:
            try:
                self._frames[name] = frame_of(self.trees, name)
            except UntoldError:
                self._frames[name] = None
        return self._frames[name]

    def keep(self) -> None:
        """Keep what was found for later builds, if that is anything new."""
        if self._key and len(self._reads) + len(self._frames) > self._known:
            reads = [[*place, found and _plain(found)] for place, found in self._reads.items()]
            frames = [
                [
                    name,
                    frame and [_plain(frame.reads), *map(sorted, (frame.blocks, frame.asked, frame.given))],
                ]
                for name, frame in self._frames.items()
            ]
            self.cache.save(_KIND, self._key, [reads, frames])

    def _load(self) -> None:
        """Take in what earlier builds found, when the first template is asked for."""
        if self._key is not None:
            return
        self._key = _key(self.trees.environment, self.templates) if self.templates else ""
        if self._key and (kept := self.cache.load(_KIND, self._key)):
            self._reads = {(name, block): found and _reads(*found) for name, block, found in kept[0]}
            self._frames = {
                name: found and Frame(_reads(*found[0]), *map(set, found[1:])) for name, found in kept[1]
            }
            self._known = len(self._reads) + len(self._frames)


def _key(environment: Environment, templates: str) -> str:
    """Return a digest of all that decides what templates read, nothing where that cannot be told."""
    settings = told_of(environment)
    names = [
        [name, getattr(value, "__qualname__", "")] for name, value in sorted(environment.globals.items())
    ]
    try:
        return digest(software(), settings, names, templates) if settings else ""
    except UndigestibleError:
        return ""


def _plain(reads: Reads) -> list[Any]:
    sets: list[Any] = [reads.names, reads.values, reads.truths, reads.templates]
    return [*map(sorted, sets), reads.addresses, reads.position]


def _reads(
    names: list[str],
    values: list[list[str]],
    truths: list[list[str]],
    templates: list[str],
    addresses: bool,
    position: bool,
) -> Reads:
    paths = set(map(tuple, values)), set(map(tuple, truths))
    return Reads(set(names), *paths, addresses=addresses, position=position, templates=set(templates))
