"""The preview, `mkdocs serve`: a save is seen at once, made anew as far as it reaches, and shown."""

from byline.adapter.preview.made import Made
from byline.adapter.preview.preview import Preview

__all__ = ["Made", "Preview"]
