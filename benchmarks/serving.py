"""A web server for a built site that notes the bytes of every answer.

It compresses, and lets browsers keep what they have for ten minutes, as GitHub Pages does.
"""

import contextlib
import functools
import gzip
import http.server
import mimetypes
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_KINDS = {
    ".html": "html",
    ".css": "css",
    ".js": "js",
    ".json": "json",
    ".png": "images",
    ".svg": "images",
    ".jpg": "images",
    ".woff": "fonts",
    ".woff2": "fonts",
}
_COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt"}


@dataclass
class Answers:
    """What a server sent: bytes of content as they went over the wire, and files, by kind and by name."""

    bytes: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    largest: Counter[str] = field(default_factory=Counter)

    def clear(self) -> None:
        for counted in (self.bytes, self.files, self.largest):
            counted.clear()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[str, Answers]]:
    """Serve a folder at 127.0.0.1; give its address and what it answers."""
    answers = Answers()
    handler = functools.partial(_Handler, folder=folder, answers=answers)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", answers
    finally:
        server.shutdown()
        server.server_close()


@functools.cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, folder: Path, answers: Answers) -> None:
        self.answers = answers
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        there = file.is_file()
        packed = there and file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = b"not found" if not there else _compressed(file) if packed else file.read_bytes()
        kind = _KINDS.get(file.suffix, "other") if there else "not found"
        self.answers.bytes[kind] += len(content)
        self.answers.files[kind] += 1
        self.answers.largest[self.path] += len(content)
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        pass
