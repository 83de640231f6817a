"""A build that knows the results of the one before makes what a clean build makes, whatever was edited."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import NOW, SITES, BuiltSite
from forked.builder import Builder
from warm import CASES, TELLING, Case


@dataclass(frozen=True, slots=True)
class Workshop:
    """A site that was built once, and three processes: to fill caches, to build with them and without."""

    home: Path
    filler: Builder
    warmer: Builder
    cleaner: Builder

    @property
    def folder(self) -> Path:
        return self.home / "warm"

    def restore(self, base: Path) -> Path:
        """Put the site as it was after its first build where it was built."""
        shutil.rmtree(self.folder, ignore_errors=True)
        copy_all(base, self.folder)
        return self.folder

    def compare(self, **variables: str) -> BuiltSite:
        """Build the site as it stands, and beside it a copy without cache; hold the two together."""
        clean = self.home / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        copy_all(self.folder, clean)
        remove(clean / ".cache")
        self.cleaner.begin(clean, **{"BYLINE_PROCESSES": "1", **variables})
        warm = self.warmer.build(self.folder, **{"BYLINE_PROCESSES": "2", **variables})
        same(warm, self.cleaner.end())
        return warm


def same(warm: BuiltSite, clean: BuiltSite) -> None:
    assert clean.code == 0, clean.said
    assert warm.code == 0, warm.said
    mine, theirs = warm.everything(), clean.everything()
    assert sorted(mine) == sorted(theirs)
    assert [path for path in theirs if mine[path] != theirs[path]] == []
    assert words(warm) == words(clean)


def words(site: BuiltSite) -> list[str]:
    """Return what a build said, but for its time and its place."""
    said = re.sub(r"in [\d.]+ seconds", "", site.said.replace(str(site.folder), ""))
    return said.splitlines()


def copy_all(source: Path, target: Path) -> None:
    """Copy a folder with its times, and with files of two names as such."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


def remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    builders = [Builder(PYTHONHASHSEED=seed) for seed in "123"]
    yield Workshop(tmp_path_factory.mktemp("workshop"), *builders)
    for builder in builders:
        builder.close()


@pytest.fixture(scope="module")
def base(workshop: Workshop) -> Path:
    """Return a copy of the site after its first build, with the cache that this build filled."""
    shutil.copytree(SITES / "warm", workshop.folder)
    built = workshop.filler.build(workshop.folder)
    assert built.code == 0, built.said
    shutil.move(workshop.folder, workshop.home / "base")
    return workshop.home / "base"


def parameter(case: Case) -> object:
    """Return the case as a parameter of a test; `make warm` alone runs those that are not telling."""
    return pytest.param(case, id=case.name, marks=[] if case.name in TELLING else [pytest.mark.warm])


def test_the_telling_cases_are_cases():
    assert {case.name for case in CASES} >= TELLING


@pytest.mark.parametrize("case", map(parameter, CASES))
def test_a_warm_build_is_a_clean_build(workshop, base, case: Case):
    folder = workshop.restore(base)
    for number, edit in enumerate(case.edits):
        before = BuiltSite(folder, 0, "").everything()
        edit(folder)
        last = number == len(case.edits) - 1
        if not last and not case.each:
            workshop.filler.build(folder, **case.variables)
            continue
        after = workshop.compare(**(case.variables | (case.last_variables if last else {})))
        assert (after.everything() != before) is case.changes


def rows(folder: Path) -> dict[tuple[str, str], bytes]:
    """Return what a cache holds but pages, whose state in the file system may change."""
    (file,) = (folder / ".cache" / "byline").glob("*/results.sqlite")
    with sqlite3.connect(file) as database:
        found = database.execute("select kind, key, value from results where kind != 'file'").fetchall()
    database.close()
    return {(kind, key): value for kind, key, value in found}


def pages(folder: Path) -> dict[str, int]:
    found = (folder / ".cache" / "byline").glob("*/files/*/*")
    return {file.name: file.stat().st_mtime_ns for file in found}


def test_the_second_build_works_nothing_out_anew(workshop, base):
    folder = workshop.restore(base)
    known, kept = rows(folder), pages(folder)
    assert known
    workshop.compare()
    assert rows(folder) == known
    assert pages(folder) == kept


def test_nothing_is_kept_where_the_cache_is_switched_off(workshop, base):
    folder = workshop.restore(base)
    remove(folder / ".cache")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("- byline:", "- byline:\n      cache: false"))
    workshop.compare()
    assert not (folder / ".cache").exists()


def mkdocs(folder: Path) -> subprocess.Popen[bytes]:
    epoch = str(int(NOW.timestamp()))
    variables = {"SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1", "BYLINE_PROCESSES": "2"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    return subprocess.Popen(command, cwd=folder, env=os.environ | variables, stderr=subprocess.DEVNULL)


def wait_for(happened: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not happened() and time.monotonic() < end:
        time.sleep(0.005)


def test_killed_builds_leave_a_cache_that_can_be_used(workshop, base):
    folder = workshop.restore(base)
    chance = random.Random(7)
    for number in range(5):
        for post in (folder / "posts").glob("*.md"):
            post.write_text(post.read_text() + f"\nWrite down the number {number}.\n")
        process = mkdocs(folder)
        wait_for(lambda: any((folder / ".site.byline" / "new").glob("*")))
        time.sleep(chance.random() * 0.6)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
    workshop.compare()


def test_two_builds_at_once_share_a_cache(workshop, base):
    folder = workshop.restore(base)
    for post in (folder / "posts").glob("*.md"):
        post.write_text(post.read_text() + "\nDo not forget the other one.\n")
    both = [mkdocs(folder), mkdocs(folder)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert rows(folder)
    workshop.compare()
