"""MkDocs' server for previews, with a quicker ear and a better memory."""

import gc
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer, log

from byline.adapter.hearing import heard
from byline.adapter.preview.ahead import Ahead
from byline.adapter.preview.changes import Changes
from byline.adapter.preview.edits import WholeBuildNeededError
from byline.adapter.preview.folders import Folders
from byline.adapter.preview.known import need_whole_builds
from byline.adapter.preview.made import Made
from byline.adapter.preview.notice import problems_of
from byline.adapter.preview.quick import Quick
from byline.adapter.preview.rest import PAGES, PATIENCE
from byline.adapter.preview.serving import Serving
from byline.adapter.preview.watching import Watcher


class PreviewServer(Serving):
    """Shows a save at once: an article's page first, what else shows the article after that.

    Where more than articles' texts changed, the whole site is built beside the one that is served, and
    takes its place if all is well with it; the page of an article that was saved is shown before that.
    `made` tells what the last such build left.
    """

    def __init__(self, server: LiveReloadServer, folders: Folders, made: Callable[[], Made | None]) -> None:
        host, port = server.server_address[:2]
        super().__init__(server.builder, str(host), int(port), server.root, server.mount_path)
        self.folders, self._made = folders, made
        self._unbuilt: frozenset[Path] = frozenset()
        self._shown: set[str] = set()
        self._quick: Quick | None = None
        self._ahead: Ahead | None = None
        self._told_of: set[str] = set()
        self.changes = Changes()
        self.observer = Watcher(self.changes.add)  # type: ignore[assignment]

    def shutdown(self, wait: bool = False) -> None:
        """End all threads, and remove what was built."""
        super().shutdown(wait)
        self.changes.wake()
        self.folders.remove()

    def _build_loop(self) -> None:
        self._remember()
        while not self._shutdown:
            rank = self._quick.rest.rank if self._quick else None
            if changed := self.changes.take(self.shutdown_delay if rank is None else PATIENCE[rank]):
                self._unbuilt |= changed
                if not self._show():
                    self._build()
            elif self._quick and rank is not None:
                self._go_on(self._quick, rank)

    def _show(self) -> bool:
        """Show what is new in articles alone; False where the whole site must be built."""
        if not self._quick:
            return False
        with heard(logging.ERROR) as said:
            try:
                shown = self._quick.show(self._unbuilt)
            except WholeBuildNeededError:
                return False
            except Exception as error:
                self._refuse(error, said)
                return True
        self._unbuilt = frozenset()
        if shown or self.problems:
            self._accept(shown)
        return True

    def _go_on(self, quick: Quick, rank: int) -> None:
        """Do one part of what a save left to do. When all pages are done, those that changed are loaded."""
        with heard(logging.ERROR) as said:
            try:
                quick.rest.do_one()
            except Exception as error:
                self._refuse(error, said)
        if rank == PAGES and quick.rest.rank != PAGES and quick.others:
            self.reload(but=self._shown - quick.others)
            quick.others.clear()

    def _build(self) -> None:
        """Build the whole site beside the one that is served, then serve it."""
        log.info("Detected file changes")
        ahead = self._ahead
        with heard(logging.ERROR) as said:
            try:
                if ahead and (shown := ahead.show(self._unbuilt)):
                    self._accept(shown)
            except Abort as error:
                self._refuse(error, said)
                return
            self._quick = self._ahead = None
            gc.unfreeze()
            try:
                self.builder()
            except Exception as error:
                if ahead:
                    ahead.undo()
                self._refuse(error, said)
                return
        self.root = self.folders.turn()
        self._unbuilt = frozenset()
        self._accept(set())
        self._remember()
        self.folders.empty_spare()

    def _remember(self) -> None:
        """Keep what the last build left, so that single articles can be made anew."""
        made = self._made()
        if made is None:
            return
        for path in made.config.watch:
            if str(Path(path).absolute()) not in self._watched_paths:
                self.watch(path)
        strangers = need_whole_builds(made.config)
        if strangers - self._told_of:
            names = ", ".join(sorted(strangers))
            log.info(
                f"Every save builds the whole site, for these plugins and hooks look at all of it: {names}"
            )
        self._told_of |= strangers
        if not strangers:
            self._quick, self._ahead = Quick(made, self._build), Ahead(made)
        _collect()

    def _accept(self, shown: set[str]) -> None:
        self.problems, self._shown = (), shown
        log.info("Reloading browsers")
        self.reload()

    def _refuse(self, error: Exception, said: list[logging.LogRecord]) -> None:
        """Print what is wrong, and show it above the pages, which stay as they were."""
        if isinstance(error, SystemExit):
            print(error, file=sys.stderr)
        else:
            traceback.print_exception(error)
        log.error("The pages stay as they were until this is mended.")
        self.problems = problems_of(error, said)
        self.reload()


def _collect() -> None:
    """Let go of the build before, and look at this one's objects no more: that would hold a save up.

    Another thread does it: in this one, Python would lose a Ctrl-C that comes meanwhile.
    """
    thread = threading.Thread(target=gc.collect)
    thread.start()
    thread.join()
    gc.freeze()


def preview_server(server: LiveReloadServer, made: Callable[[], Made | None]) -> LiveReloadServer:
    """Return our server in place of MkDocs' own; another plugin's stays."""
    if type(server) is not LiveReloadServer:
        return server
    ours = PreviewServer(server, Folders(server.root), made)
    for path in server._watched_paths:
        ours.watch(path)
    server.server_close()
    return ours
