"""Builds that are killed, starved and run against each other, while somebody watches the site.

Every build has a version, which each of its pages bears. A site is whole when all files of one build are
there and all its pages bear one version.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

MKDOCS_YML = """\
site_name: !ENV VERSION
site_url: https://torture.example/
theme: {name: material, font: false}
plugins: [search, byline]
"""
POST = """\
---
title: Post {number}
date: 2026-01-{day:02}
authors: [ada]
categories: [C{kind}]
---
Post number {number}.

- Put one thing down.
- Take another thing up.
- Write the third thing on a card.
"""


def make_site(folder: Path, *, posts: int = 30) -> Path:
    """Write a site whose pages all bear the version that the environment names."""
    (folder / "docs").mkdir(parents=True)
    (folder / "posts").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada Quill}\n")
    for number in range(posts):
        text = POST.format(number=number, day=number % 28 + 1, kind=number % 4)
        (folder / "posts" / f"{number}.md").write_text(text)
    return folder


def start(folder: Path, version: str, *, largest_file: int | None = None) -> subprocess.Popen[bytes]:
    """Start a build; `largest_file` is the size in bytes above which it cannot write a file."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "VERSION": version, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1780272000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=limit,
    )


def build(folder: Path, version: str) -> None:
    """Build to the end; anything but success is an error of this script."""
    process = start(folder, version)
    _, said = process.communicate(timeout=120)
    if process.returncode:
        raise RuntimeError(said.decode())


@dataclass
class Watch:
    """Looks at a site over and over; `faults` holds what no reader should have seen."""

    folder: Path
    expected: frozenset[str] = frozenset()
    looks: int = 0
    faults: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def look(self) -> str:
        """Return the version of the site as it stands, and note whatever is missing or mixed."""
        site = self.folder / "site"
        for _ in range(100):
            handle = os.open(site, os.O_RDONLY)
            try:
                files, versions = _contents(handle)
                replaced = site.stat().st_ino != os.fstat(handle).st_ino
            finally:
                os.close(handle)
            if not replaced:
                break
        self.looks += 1
        if self.expected and files != self.expected:
            self.faults.append(
                f"missing {sorted(self.expected - files)[:3]}, new {sorted(files - self.expected)[:3]}"
            )
        if len(versions) != 1:
            self.faults.append(f"pages of versions {sorted(versions)}")
        return min(versions, default="")

    def run(self) -> None:
        while not self._stop.is_set():
            try:
                self.look()
            except OSError as error:
                self.faults.append(repr(error))

    def __enter__(self) -> "Watch":
        self._thread = threading.Thread(target=self.run, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def _contents(handle: int) -> tuple[frozenset[str], set[str]]:
    """Return the files below an open folder, and the versions that its pages bear."""
    files, versions = set(), set()
    for where, _, names, here in os.fwalk(".", dir_fd=handle):
        for name in names:
            files.add(os.path.normpath(f"{where}/{name}"))
            if name == "index.html":
                versions.add(_version_of(name, here))
    return frozenset(files), versions


def _version_of(name: str, folder: int) -> str:
    """Return the version that a page bears; `folder` is an open directory."""
    try:
        page = os.open(name, os.O_RDONLY, dir_fd=folder)
    except OSError:
        return "unreadable"
    try:
        return os.read(page, 1 << 20).decode("utf-8", "replace").partition("version-")[2][:4] or "none"
    finally:
        os.close(page)


def version(number: int) -> str:
    return f"version-{number:04}"


def kill_builds(folder: Path, count: int, *, seed: int = 1) -> Watch:
    """Kill `count` builds at random moments, now and then letting one end, and watch the site meanwhile."""
    chance = random.Random(seed)
    began = time.monotonic()
    build(folder, version(0))
    usual = time.monotonic() - began
    watch = Watch(folder)
    watch.expected = _files_of(folder)
    with watch:
        for number in range(1, count + 1):
            process = start(folder, version(number))
            time.sleep(chance.uniform(0.0, usual * 1.2))
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            watch.look()
            if number % 20 == 0:
                build(folder, version(number))
                _check_tidy(folder, watch)
    return watch


def starve_builds(folder: Path, count: int, *, seed: int = 2) -> Watch:
    """Run `count` builds that cannot write files over a random size; each must fail and change nothing."""
    chance = random.Random(seed)
    build(folder, version(0))
    watch = Watch(folder)
    watch.expected = _files_of(folder)
    with watch:
        for number in range(1, count + 1):
            process = start(folder, version(number), largest_file=chance.randrange(200, 90_000))
            process.communicate(timeout=120)
            if process.returncode == 0:
                watch.faults.append(f"build {number} could not write and ended well")
            if watch.look() != version(0).removeprefix("version-"):
                watch.faults.append(f"build {number} could not write and replaced the site")
            _check_tidy(folder, watch)
    return watch


def pair_builds(folder: Path, count: int) -> Watch:
    """Run `count` pairs of builds at once; both must end well and leave one of the two sites."""
    build(folder, version(0))
    watch = Watch(folder)
    watch.expected = _files_of(folder)
    with watch:
        for number in range(1, count + 1):
            pair = [start(folder, version(2 * number + half)) for half in (0, 1)]
            for process in pair:
                _, said = process.communicate(timeout=120)
                if process.returncode:
                    watch.faults.append(said.decode()[-300:])
            if watch.look() not in {f"{2 * number + half:04}" for half in (0, 1)}:
                watch.faults.append(f"pair {number} left another site")
            _check_tidy(folder, watch)
    return watch


def _files_of(folder: Path) -> frozenset[str]:
    handle = os.open(folder / "site", os.O_RDONLY)
    try:
        return _contents(handle)[0]
    finally:
        os.close(handle)


def _check_tidy(folder: Path, watch: Watch) -> None:
    left = sorted(entry.name for entry in (folder / ".site.byline").iterdir())
    files = [place.name for place in (folder / ".site.byline" / "spare").rglob("*") if not place.is_dir()]
    if not {"lock"} <= set(left) <= {"lock", "spare"} or files:
        watch.faults.append(f"left beside the site: {left} {files}")
