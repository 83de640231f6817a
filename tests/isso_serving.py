"""A running `byline comments serve`."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote

from serving import free_port


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from byline.cli import main; main()", "comments", "serve", *arguments]


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except HTTPError as error:
        error.close()
    except (URLError, OSError):
        return False
    return True


class Isso:
    """Isso on this machine; what it says is read as it comes."""

    def __init__(self, url: str, process: subprocess.Popen) -> None:
        self.url, self.process = url, process
        self.lines: list[str] = []
        self.complaints: list[str] = []
        self._readers = [
            threading.Thread(target=lines.extend, args=(stream,), daemon=True)
            for stream, lines in ((process.stdout, self.lines), (process.stderr, self.complaints))
            if stream
        ]
        for reader in self._readers:
            reader.start()

    def wait(self) -> None:
        for _ in range(300):
            if answers(self.url + "info"):
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"nothing answers at {self.url}: " + "".join(self.complaints))

    def heard(self) -> None:
        """Wait until all that it said has been read; it has ended."""
        for reader in self._readers:
            reader.join(10)

    def write(self, thread: str, text: str) -> int:
        """Write a comment and return the status: 201, or 202 where a moderator must see it first."""
        return self._ask(f"new?uri={quote(thread, safe='')}", {"text": text, "title": "Test"})[0]

    def counts(self, *threads: str) -> list[int]:
        return self._ask("count", list(threads))[1]

    def _ask(self, path: str, what: object) -> tuple[int, list[int]]:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(what).encode(), headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read())


@contextmanager
def isso_for(folder: Path, *arguments: str, beside: bool = False) -> Iterator[Isso]:
    """Run it in the folder of a site; `beside` starts it as a shell does with `&`, deaf to Ctrl-C."""
    port = free_port()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if beside else None
    try:
        process = subprocess.Popen(
            command("--port", str(port), *arguments),
            cwd=folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        if beside:
            signal.signal(signal.SIGINT, before)
    with process:
        isso = Isso(f"http://127.0.0.1:{port}/", process)
        try:
            isso.wait()
            yield isso
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            isso.heard()
