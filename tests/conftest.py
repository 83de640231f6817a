"""Real sites, built with the real `mkdocs build`, once for all tests that look at them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

# The same examples in every CI run; new ones at every other. No deadlines: the machine may be busy.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A copy of a test site after a build: its folder, how the build ended, what it said and what it took."""

    folder: Path
    code: int
    said: str
    seconds: float = 0.0

    @property
    def out(self) -> Path:
        return self.folder / "site"

    def page(self, path: str) -> str:
        return (self.out / path).read_text(encoding="utf-8")

    def everything(self) -> dict[str, bytes]:
        files = sorted(file for file in self.out.rglob("*") if file.is_file())
        return {file.relative_to(self.out).as_posix(): file.read_bytes() for file in files}


def run_mkdocs(folder: Path, *arguments: str, **variables: str) -> BuiltSite:
    """Be `mkdocs build` in a folder, in a copy of a process that has read MkDocs in already.

    What Python does at its own start and end is left out: `start_mkdocs` is for tests of that.
    """
    from forked.builder import shared  # it needs what stands above

    return shared().build(folder, *arguments, **variables)


def start_mkdocs(folder: Path, *arguments: str, **variables: str) -> BuiltSite:
    """Run `mkdocs build` in a folder, in a Python that is started for it and ends by itself."""
    epoch = str(int(NOW.timestamp()))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1", **variables}
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    return BuiltSite(folder, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def copy_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    def copy(name: str) -> Path:
        if name == "showcase":
            folder = tmp_path_factory.mktemp("site") / name
            for part in ("docs", "posts", "overrides"):
                shutil.copytree(ROOT / part, folder / part)
            shutil.copy(ROOT / "mkdocs.yml", folder)
            return folder
        return Path(shutil.copytree(SITES / name, tmp_path_factory.mktemp("site") / Path(name).name))

    return copy


@pytest.fixture(scope="session")
def built(copy_site: Callable[[str], Path]) -> Callable[[str], BuiltSite]:
    """Build a site of tests/sites, or our own `showcase`, strictly; asked again, hand out the same build."""
    builds: dict[str, BuiltSite] = {}

    def build(name: str) -> BuiltSite:
        if name not in builds:
            builds[name] = run_mkdocs(copy_site(name), "--strict")
            assert builds[name].code == 0, builds[name].said
        return builds[name]

    return build


@pytest.fixture(scope="session")
def build() -> Callable[..., BuiltSite]:
    """Build a folder as it is now, and have told what the build did."""
    return lambda folder, **variables: run_mkdocs(folder, "--verbose", **variables)


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


def children() -> set[str]:
    """The processes that this one began and did not wait for, those that ended among them; Linux only."""
    tasks = Path("/proc/self/task")
    return {child for task in tasks.iterdir() for child in (task / "children").read_text().split()}
