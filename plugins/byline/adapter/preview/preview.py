"""One run of `mkdocs serve`, from its first build to its end."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from byline.adapter.preview.made import Made
from byline.adapter.preview.server import PreviewServer, preview_server


class Preview:
    """What lasts from build to build: the server, and what the last build left."""

    def __init__(self) -> None:
        self._server: PreviewServer | None = None
        self._made: Made | None = None

    def begin_build(self, config: MkDocsConfig) -> None:
        """Forget the build before; have this one written beside the site that is served."""
        self._made = None
        if self._server:
            config.site_dir = self._server.folders.spare

    def keep(self, made: Made) -> None:
        """Keep what a build makes: single articles can be made anew once it is done."""
        self._made = made

    def serve(self, server: LiveReloadServer) -> LiveReloadServer:
        """Bring a server that shows a save at once, and what is wrong with it."""
        server = preview_server(server, lambda: self._made)
        if isinstance(server, PreviewServer):
            self._server = server
        return server
