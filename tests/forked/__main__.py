"""A process that has read MkDocs in already, and makes a copy of itself for each build.

Reads one build a line from standard input, as JSON; answers with a line that holds the build's exit code.
"""

import json
import os
import sys
import traceback
from typing import Any

import material.plugins.search.plugin
import material.plugins.tags.plugin  # noqa: F401
import mkdocs.commands.build  # noqa: F401
from mkdocs.__main__ import cli

import byline.adapter.plugin  # noqa: F401


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _build(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _build(build: dict[str, Any]) -> None:
    """Be `mkdocs build` in a folder, and end this process."""
    said = os.open(build["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(said, stream)
    os.chdir(build["folder"])
    os.environ.update(build["variables"])
    sys.path[:0] = filter(None, build["variables"].get("PYTHONPATH", "").split(os.pathsep))
    code: object = 1
    try:
        cli(["build", *build["arguments"]])
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


main()
