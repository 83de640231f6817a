"""What other programs read of checklists: open data, oEmbed, the index. Written once all is rendered."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from byline.adapter.build import Build
from byline.adapter.text_files import Text
from byline.articles import Article
from byline.pages import as_json, checklist_data, index_data, oembed_data


def checklist_texts(build: Build, *, provider: str) -> Iterator[tuple[str, Text]]:
    """Yield the place within the site, and the text, of every file that goes with the site's checklists.

    Those of single articles are made when they are asked for.
    """
    yield index_text(build)
    for article in build.site.articles:
        yield from _makers(build, article, provider)


def index_text(build: Build) -> tuple[str, str]:
    """Return the place and the text of the index of all checklists."""
    folder = build.site.settings.checklists_path
    paths = (article.path for article in build.site.articles)
    views = [build.checklists[path] for path in paths if path in build.checklists]
    return f"{folder}/index.json", as_json(index_data(folder, views))


def article_texts(build: Build, article: Article, *, provider: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the files that go with one article's checklist, if it has any."""
    for place, make in _makers(build, article, provider):
        yield place, as_json(make())


def _makers(
    build: Build, article: Article, provider: str
) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    if view := build.checklists.get(article.path):
        place = build.site.checklist_path(article)
        yield f"{place}.json", partial(checklist_data, build.site, article, view)
        yield f"{place}.oembed.json", partial(oembed_data, build.site, view, provider=provider)
