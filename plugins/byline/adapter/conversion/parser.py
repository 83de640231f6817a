"""One Markdown parser for all pages, with the parts that MkDocs adds to it for each of them."""

from hashlib import sha256
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import (
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
)

from byline.adapter.conversion.extensions import Extensions
from byline.adapter.conversion.highlighting import highlight_quickly
from byline.adapter.conversion.kept import Conversion
from byline.adapter.conversion.links import RecordedLinks, said_of_links
from byline.adapter.conversion.raw_html import RawAnchors
from byline.adapter.conversion.shortcuts import take_shortcuts
from byline.cache import digest, software


class Parser:
    """Converts texts with the extensions of a site. Once a text makes it fail, it begins anew."""

    def __init__(self, extensions: Extensions) -> None:
        self.extensions = extensions
        self._markdown: markdown.Markdown | None = None

    def convert(self, text: str, file: File, files: Files, config: MkDocsConfig) -> Conversion:
        """Convert the text of a page as `Page.render` does, and log nothing about its links."""
        parser, self._markdown = self._clean(), None
        raw, anchors = RawAnchors(), _ExtractAnchorsTreeprocessor(file, files, config)
        links, title = RecordedLinks(file, files, config), _ExtractTitleTreeprocessor()
        for part in (raw, anchors, links, title):
            part._register(parser)
        with said_of_links(), highlight_quickly():
            content = parser.convert(text)
        self._markdown = parser
        return Conversion(
            content,
            [_told(token) for token in getattr(parser, "toc_tokens", [])],
            title.title,
            sorted(anchors.present_anchor_ids | raw.present_anchor_ids),
            links.found,
        )

    def key(self, text: str, config: MkDocsConfig) -> str:
        """Return the digest of all that a conversion depends on, but for where links lead."""
        hashed = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return digest(software(), self.extensions.digest, config.use_directory_urls, hashed)

    def _clean(self) -> markdown.Markdown:
        if self._markdown:
            return self._markdown.reset()
        names, settings = self.extensions.names, self.extensions.settings
        parser = markdown.Markdown(extensions=names, extension_configs=settings)
        take_shortcuts(parser)
        return parser


def _told(token: Any) -> dict[str, Any]:
    """Return what MkDocs reads of an entry of the outline."""
    children = [_told(child) for child in token["children"]]
    return {"level": token["level"], "id": token["id"], "name": token["name"], "children": children}
