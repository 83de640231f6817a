"""A running `mkdocs serve` on a copy of a test site."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError, URLError

from conftest import NOW


def free_port() -> int:
    """Return a port to listen at, below those that systems give to connections by themselves."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def get(url: str) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read().decode()
        except HTTPError:
            return ""
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {url}")


class Preview:
    """A running `mkdocs serve`; what it says is read as it comes."""

    def __init__(self, folder: Path, server: subprocess.Popen, url: str, temporary: Path) -> None:
        self.folder, self.url, self.temporary = folder, url, temporary
        self.lines: list[str] = []
        threading.Thread(target=lambda: self.lines.extend(server.stderr), daemon=True).start()

    def page(self, path: str) -> str:
        return get(self.url + path)

    def wait_for(self, path: str, *words: str, without: str = "") -> str:
        """Return a page once it has these words, and not those others."""
        for _ in range(400):
            page = self.page(path)
            if all(word in page for word in words) and not (without and without in page):
                return page
            time.sleep(0.05)
        raise AssertionError(f"never at {path}: {words}\n" + "".join(self.lines))

    def wait_until_said(self, text: str) -> None:
        for _ in range(300):
            if any(text in line for line in list(self.lines)):
                return
            time.sleep(0.1)
        raise AssertionError(f"not said: {text}\n" + "".join(self.lines))

    def settle(self) -> None:
        """Wait until what a save left to do is done: nothing in the served folder changed for a while."""
        seen, since = self.files, time.monotonic()
        while time.monotonic() - since < 1.5:
            time.sleep(0.2)
            if (now := self.files) != seen:
                seen, since = now, time.monotonic()

    @property
    def builds(self) -> int:
        return sum("Building documentation..." in line for line in list(self.lines))

    @property
    def files(self) -> dict[str, bytes]:
        """Return all that is served, while only one build was made."""
        [folder] = [folder for folder in self.temporary.glob("mkdocs_*") if any(folder.iterdir())]
        found: dict[str, bytes] = {}
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            with suppress(FileNotFoundError):  # one that is put in the place of another meanwhile
                found[file.relative_to(folder).as_posix()] = file.read_bytes()
        return found


@contextmanager
def serving(folder: Path, port: int) -> Iterator[Preview]:
    temporary = folder.parent / "temporary"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "TMPDIR": str(temporary),
    }
    path = "/sub/" if "/sub/" in (folder / "mkdocs.yml").read_text() else "/"
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as server:
        running = Preview(folder, server, f"http://127.0.0.1:{port}{path}", temporary)
        try:
            running.wait_until_said("Serving on")
            yield running
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
    assert not list(temporary.glob("mkdocs_*"))


def fresh_files(folder: Path, port: int) -> dict[str, bytes]:
    """Return all that a preview serves that begins now."""
    with serving(folder, port) as fresh:
        return fresh.files


def differing(some: dict[str, bytes], others: dict[str, bytes]) -> list[str]:
    """Return the names of files that are not the same."""
    return [name for name in {*some, *others} if some.get(name) != others.get(name)]
