"""What other programs read of checklists: open data, oEmbed, the index. Written once all is rendered."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from byline.adapter.build import Build
from byline.adapter.text_files import Later, Text
from byline.articles import Article
from byline.cache import digest, software
from byline.pages import as_json, checklist_data, index_data, oembed_data


def checklist_texts(build: Build, *, provider: str) -> Iterator[tuple[str, Text]]:
    """Yield the place within the site, and the text, of every file that goes with the site's checklists.

    All are made when they are asked for.
    """
    folder = build.site.settings.checklists_path
    told = [build.checklists.told(article.path) for article in build.site.articles]
    make = partial(_index, build)
    yield f"{folder}/index.json", Later(make, digest(software(), "index", folder, told))
    for article in build.site.articles:
        yield from _makers(build, article, provider)


def index_text(build: Build) -> tuple[str, str]:
    """Return the place and the text of the index of all checklists."""
    return f"{build.site.settings.checklists_path}/index.json", as_json(_index(build))


def article_texts(build: Build, article: Article, *, provider: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the files that go with one article's checklist, if it has any."""
    for place, later in _makers(build, article, provider):
        yield place, as_json(later())


def _index(build: Build) -> list[dict[str, Any]]:
    paths = (article.path for article in build.site.articles)
    views = (build.checklists[path] for path in paths if path in build.checklists)
    return index_data(build.site.settings.checklists_path, views)


def _makers(build: Build, article: Article, provider: str) -> Iterator[tuple[str, Later]]:
    if article.path not in build.checklists:
        return
    site, place = build.site, build.site.checklist_path(article)
    told = software(), build.checklists.told(article.path), str(article.date)

    def data() -> dict[str, Any]:
        return checklist_data(site, article, build.checklists[article.path])

    def oembed() -> dict[str, Any]:
        return oembed_data(site, build.checklists[article.path], provider=provider)

    yield f"{place}.json", Later(data, digest("data", *told))
    yield f"{place}.oembed.json", Later(oembed, digest("oembed", provider, *told))
