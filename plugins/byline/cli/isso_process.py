"""Isso in this process, so that it ends with it, however that comes: nothing is left to outlive a command."""

import logging
import os
import signal
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from byline.comments.isso_server import CONFIGURATION, DATABASE, HOST
from byline.problems import ContentError, Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_NAMES = frozenset({HOST, "localhost"})
_LOOK = 0.3
"""After how many seconds a server looks whether the process that it belongs to is still there."""


def run_isso(folder: Path, listener: socket.socket, *, parent: int | None, ready: Callable[[], None]) -> None:
    """Answer with Isso, configured in `folder`, until Ctrl-C, SIGTERM or the end of the process `parent`.

    `ready` is called when all is well, before the first answer. Raises `ContentError`.
    """
    # A shell starts what runs beside something else with SIGINT ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        application = _own_requests(_isso_in(folder))
        from werkzeug.serving import make_server

        server = make_server(
            HOST, listener.getsockname()[1], application, threaded=True, fd=listener.fileno()
        )
        if parent is not None:
            threading.Thread(target=_end_with, args=(parent, server.shutdown), daemon=True).start()
        ready()
        server.serve_forever(poll_interval=_LOOK)
    except KeyboardInterrupt:
        pass


def _isso_in(folder: Path) -> "WSGIApplication":
    """Return Isso as its configuration in a folder has it; what it says is shown where it matters."""
    logging.basicConfig(level=logging.WARNING, format="Isso: %(message)s")
    logging.getLogger("isso").addFilter(_matters)
    # The configuration names the database alone: Isso would read `$` and `~` in a path in its own way.
    here = Path.cwd()
    os.chdir(folder)
    import isso
    import isso.config

    try:
        found: WSGIApplication = isso.make_app(isso.config.load(isso.config.default_file(), CONFIGURATION))
    except sqlite3.Error as error:
        os.chdir(here)
        mend = "see that you may write there, or move the file away to begin with none"
        problem = Problem(folder / DATABASE, 1, f"Isso cannot keep comments here ({error})", mend)
        raise ContentError([problem]) from error
    return found


def _matters(record: logging.LogRecord) -> bool:
    """Say whether the author should read it: a preview that starts after Isso is nothing to warn of."""
    return "unable to connect to your website" not in record.getMessage()


def _own_requests(application: "WSGIApplication") -> "WSGIApplication":
    """Refuse requests under another name than this machine's own, by which pages elsewhere could get in."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        host: Any = environ.get("HTTP_HOST", "")
        if str(host).partition(":")[0] in _NAMES:
            return application(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [b"This server answers its own machine only.\n"]

    return answer


def _end_with(parent: int, end: Callable[[], None]) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    end()
