"""A server on this machine that answers what a test says, and records what it was asked."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class StandIn(ThreadingHTTPServer):
    """`answers` are by path: an object (sent as JSON), bytes, a status, or an address to go to.

    A status with its words, as bytes behind `HTTP`, is the beginning of an answer that has no end.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, object] = {}
        self.asked: list[tuple[str, dict[str, list[str]], dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        self.server.asked.append((parts.path, query, dict(self.headers)))
        answer = self.server.answers.get(parts.path, 404)
        if callable(answer):
            answer = answer(query)
        if isinstance(answer, int):
            self.send_error(answer)
            return
        if isinstance(answer, str):
            self.send_response(302)
            self.send_header("Location", answer)
            self.end_headers()
            return
        if isinstance(answer, bytes) and answer.startswith(b"HTTP"):
            self._go_on_and_on(answer)
            return
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(OSError):  # the one who asked may have heard enough
            self.wfile.write(data)

    def _go_on_and_on(self, beginning: bytes) -> None:
        with suppress(OSError):  # until nobody listens any more
            self.wfile.write(beginning)
            while True:
                self.wfile.write(b"x")
                time.sleep(0.01)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def standing_in() -> Iterator[StandIn]:
    server = StandIn()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
