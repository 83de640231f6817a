"""Links between pages: how MkDocs resolved them, and whether it still resolves them so."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from byline.adapter.conversion.kept import Conversion

_PAGES = logging.getLogger("mkdocs.structure.pages")
_ELSEWHERE = ("https://", "http://")


class RecordedLinks(_RelativePathTreeprocessor):
    """Makes links relative as MkDocs does, and keeps those that depend on the site's other files."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig) -> None:
        super().__init__(file, files, config)
        self.found: list[tuple[str, str]] = []

    def path_to_url(self, url: str) -> str:
        """Return the address that a link gets."""
        address = super().path_to_url(url)
        if not url.startswith(_ELSEWHERE):
            self.found.append((url, address))
        return address


def settle(page: Page, conversion: Conversion, config: MkDocsConfig, files: Files) -> bool:
    """Give a page what its text became, and log what is wrong with its links.

    Each link is resolved as if it were new. Where one leads elsewhere by now, nothing is done, and the answer
    is False.
    """
    links = _RelativePathTreeprocessor(page.file, files, config)
    with said_of_links() as records:
        if any(links.path_to_url(link) != address for link, address in conversion.links):
            return False
    for record in records:
        _PAGES.handle(record)
    page.content = conversion.content
    page.toc = get_toc(conversion.outline)
    page._title_from_render = conversion.title
    page.present_anchor_ids = set(conversion.anchors)
    if _PAGES.getEffectiveLevel() > logging.DEBUG:
        page.links_to_anchors = links.links_to_anchors
    return True


@contextmanager
def said_of_links() -> Iterator[list[logging.LogRecord]]:
    """Keep what MkDocs says about links, instead of logging it."""
    records: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        records.append(record)
        return False

    _PAGES.addFilter(keep)
    try:
        yield records
    finally:
        _PAGES.removeFilter(keep)
