"""What browsers get from the preview: the pages, what is wrong with them, and word of new ones."""

import re
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.livereload import LiveReloadServer

from byline.adapter.preview.notice import STYLE_URL, style, with_notice

_POLL = re.compile(r"/livereload/(?P<epoch>\d+)/\d+")


class Serving(LiveReloadServer):
    """Answers at every moment, from the folder `root`; `problems` stand above every page."""

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: str, mount_path: str) -> None:
        super().__init__(builder, host, port, root, mount_path)
        self.problems: tuple[str, ...] = ()
        self.error_handler = self._error_page
        self._request = threading.local()
        self._same_since = self._visible_epoch
        self._same: frozenset[str] = frozenset()

    def reload(self, but: Iterable[str] = ()) -> None:
        """Have every open page loaded anew, `but` those that are the same since the last time."""
        with self._epoch_cond:
            before = self._visible_epoch
            self._same_since, self._same = before, frozenset(unquote(page) for page in but)
            self._wanted_epoch = self._visible_epoch = max(round(time.monotonic() * 1000), before + 1)
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        if environ["PATH_INFO"] == STYLE_URL:
            start_response("200 OK", [("Content-Type", "text/css; charset=utf-8")])
            return [style()]
        if poll := _POLL.fullmatch(environ["PATH_INFO"]):
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"%d" % self._wait_for_news(int(poll["epoch"]), environ)]
        self._request.epoch = self._visible_epoch
        return super().serve_request(environ, start_response)

    def _wait_for_news(self, epoch: int, environ: dict[str, Any]) -> int:
        """Wait until there is something new for the page that asks; return which epoch it is now."""
        asking = environ.get("HTTP_REFERER", "")
        page = unquote(urlsplit(asking).path).removeprefix(self.mount_path)

        def is_news() -> bool:
            spared = page in self._same and epoch >= self._same_since
            return self._visible_epoch > epoch and not spared

        with self._epoch_cond:
            if not is_news():
                self._log_poll_request(asking, request_id=environ["PATH_INFO"])
                self._epoch_cond.wait_for(is_news, timeout=self.poll_response_timeout)
            return self._visible_epoch if is_news() else epoch

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add MkDocs' script, with the epoch from before the page was read, and the problems."""
        if problems := self.problems:
            content = with_notice(content, problems)
        epoch = min(epoch, self._request.epoch)
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return page

    def _error_page(self, code: int) -> bytes | None:
        file = Path(self.root, f"{code}.html")
        return file.read_bytes() if file.is_file() else None
