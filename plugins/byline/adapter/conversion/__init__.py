"""Converting articles and pages from Markdown as MkDocs does, but never the same text twice."""

from byline.adapter.conversion.converter import Converter

__all__ = ["Converter"]
