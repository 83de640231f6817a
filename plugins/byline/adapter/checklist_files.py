"""What other programs read of checklists: open data, oEmbed, the index. Written once all is rendered."""

from collections.abc import Iterator

from byline.adapter.build import Build
from byline.articles import Article
from byline.pages import as_json, checklist_data, index_data, oembed_data


def checklist_texts(build: Build, *, provider: str) -> Iterator[tuple[str, str]]:
    """Yield the place within the site, and the text, of every file that goes with the site's checklists."""
    yield index_text(build)
    for article in build.site.articles:
        yield from article_texts(build, article, provider=provider)


def index_text(build: Build) -> tuple[str, str]:
    """Return the place and the text of the index of all checklists."""
    folder = build.site.settings.checklists_path
    paths = (article.path for article in build.site.articles)
    views = [build.checklists[path] for path in paths if path in build.checklists]
    return f"{folder}/index.json", as_json(index_data(folder, views))


def article_texts(build: Build, article: Article, *, provider: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of the files that go with one article's checklist, if it has any."""
    if view := build.checklists.get(article.path):
        place = build.site.checklist_path(article)
        yield f"{place}.json", as_json(checklist_data(build.site, article, view))
        yield f"{place}.oembed.json", as_json(oembed_data(build.site, view, provider=provider))
