"""The near end of a process that builds sites."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import NOW, BuiltSite

TESTS = Path(__file__).parent.parent


class Builder:
    """Builds sites one after another; `begin` and `end` stand apart so that two builders can work at once."""

    def __init__(self, **variables: str) -> None:
        epoch = str(int(NOW.timestamp()))
        environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1", **variables}
        self._process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-m", "forked"],
            cwd=TESTS,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._folder = Path()

    def begin(self, folder: Path, *arguments: str, **variables: str) -> None:
        self._folder = folder
        said = str(folder.with_name(folder.name + ".said"))
        self._write({"folder": str(folder), "arguments": arguments, "variables": variables, "said": said})

    def end(self) -> BuiltSite:
        assert self._process.stdout
        code = int(self._process.stdout.readline())
        said = self._folder.with_name(self._folder.name + ".said").read_text(encoding="utf-8")
        return BuiltSite(self._folder, code, said)

    def build(self, folder: Path, *arguments: str, **variables: str) -> BuiltSite:
        self.begin(folder, *arguments, **variables)
        return self.end()

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def _write(self, build: dict[str, Any]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(build) + "\n")
        self._process.stdin.flush()
