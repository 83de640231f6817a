"""The preview, `mkdocs serve`: a save is seen at once, made anew as far as it reaches, and shown."""

from byline.adapter.preview.made import Made
from byline.adapter.preview.server import PreviewServer, preview_server

__all__ = ["Made", "PreviewServer", "preview_server"]
