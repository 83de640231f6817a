"""The files that a build writes itself: feeds, the open data of checklists, the accent of their own pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from byline.adapter.accent import ACCENT, accent_style
from byline.adapter.build import Build
from byline.adapter.checklist_files import checklist_texts
from byline.adapter.feed_files import add_feeds
from byline.adapter.feed_texts import Feeds
from byline.adapter.text_files import add_texts


def add_own_files(files: Files, config: MkDocsConfig, build: Build, feeds: Feeds) -> None:
    """Add them to the site. Raises `Abort` where they would take the places of other files."""
    taken = add_texts(files, config, build.folder, checklist_texts(build, provider=config.site_name))
    more = add_feeds(files, config, build, feeds)
    if taken or more:
        raise Abort("\n".join(map(str, (*taken, *more))))
    if not files.get_file_from_path(ACCENT):
        add_texts(files, config, build.folder, [(ACCENT, accent_style(config))])
