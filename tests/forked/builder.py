"""The near end of a process that builds sites."""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from conftest import NOW, BuiltSite

TESTS = Path(__file__).parent.parent


class Builder:
    """Builds sites one after another; `begin` and `end` stand apart so that two builders can work at once."""

    def __init__(self, **variables: str) -> None:
        epoch = str(int(NOW.timestamp()))
        self._variables = {"SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1", **variables}
        self._process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-m", "forked"],
            cwd=TESTS,
            env=self._environment({}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._folder = Path()
        number, said = tempfile.mkstemp(suffix=".said")
        os.close(number)
        self._said = Path(said)

    def begin(self, folder: Path, *arguments: str, **variables: str) -> None:
        """Have a folder built as it is now, in the environment of now."""
        self._folder = folder
        environment = self._environment(variables)
        build = {"folder": str(folder), "arguments": arguments, "environment": environment}
        assert self._process.stdin
        self._process.stdin.write(json.dumps({**build, "said": str(self._said)}) + "\n")
        self._process.stdin.flush()

    def end(self) -> BuiltSite:
        assert self._process.stdout
        code, seconds = json.loads(self._process.stdout.readline())
        return BuiltSite(self._folder, code, self._said.read_text(encoding="utf-8"), seconds)

    def build(self, folder: Path, *arguments: str, **variables: str) -> BuiltSite:
        self.begin(folder, *arguments, **variables)
        return self.end()

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()
        self._said.unlink()

    def _environment(self, variables: dict[str, str]) -> dict[str, str]:
        return {**os.environ, **self._variables, **variables}


@cache
def shared() -> Builder:
    """Return the builder for all tests of this process that need none of their own."""
    builder = Builder()
    atexit.register(builder.close)
    return builder
