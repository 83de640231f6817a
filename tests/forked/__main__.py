"""A process that has read MkDocs in already, and makes a copy of itself for each build.

Reads one build a line from standard input, as JSON; answers with a line that holds, as JSON, the build's exit
code and the seconds of processor time that it took.
"""

import gc
import json
import os
import signal
import sys
import time
import traceback
from typing import Any

import markdown.extensions.codehilite  # noqa: F401
import material.plugins.search.plugin
import material.plugins.tags.plugin  # noqa: F401
import mkdocs.commands.build  # noqa: F401
import pygments.lexers  # noqa: F401
from mkdocs.__main__ import cli

import byline.adapter.plugin  # noqa: F401

LONGEST = 120
"""Seconds after which a build is ended."""


def main() -> None:
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _build(json.loads(line))
        _, status, used = os.wait4(child, 0)
        print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime]), flush=True)


def _build(build: dict[str, Any]) -> None:
    """Be `mkdocs build` in a folder, and end this process."""
    signal.alarm(LONGEST)
    said = os.open(build["said"], os.O_WRONLY | os.O_TRUNC)
    for stream, file in ((0, os.open(os.devnull, os.O_RDONLY)), (1, said), (2, said)):
        os.dup2(file, stream)
    os.chdir(build["folder"])
    os.environ.clear()
    os.environ.update(build["environment"])
    time.tzset()
    paths = build["environment"].get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:0] = [path for path in paths if path and path not in sys.path]
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
