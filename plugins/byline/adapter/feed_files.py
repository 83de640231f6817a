"""The site's feeds, as files. Written once all articles are rendered."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

from byline.adapter.build import Build
from byline.feeds import FORMATS, site_feed


def feed_texts(build: Build, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield the place within the site, and the text, of every feed."""
    feed = site_feed(
        build.site,
        build.rendered,
        boxes=build.feed_boxes,
        title=config.site_name,
        description=config.site_description or "",
        language=build.language,
    )
    for name, _, write in FORMATS:
        yield name, write(feed, address=build.site.url + name)
