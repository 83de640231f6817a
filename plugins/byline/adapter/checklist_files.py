"""What other programs read of checklists: open data, oEmbed, the index. Written once all is rendered."""

from collections.abc import Iterator

from byline.adapter.build import Build
from byline.pages import as_json, checklist_data, index_data, oembed_data


def checklist_texts(build: Build, *, provider: str) -> Iterator[tuple[str, str]]:
    """Yield the place within the site, and the text, of every file that goes with the site's checklists."""
    site, folder = build.site, build.site.settings.checklists_path
    shown = [article for article in site.articles if article.path in build.checklists]
    yield (
        f"{folder}/index.json",
        as_json(index_data(folder, [build.checklists[article.path] for article in shown])),
    )
    for article in shown:
        view, place = build.checklists[article.path], site.checklist_path(article)
        yield f"{place}.json", as_json(checklist_data(site, article, view))
        yield f"{place}.oembed.json", as_json(oembed_data(site, view, provider=provider))
