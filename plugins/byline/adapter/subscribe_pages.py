"""The page that says how to subscribe, as a MkDocs page."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from byline.adapter.pages import GeneratedPage, generated_file
from byline.pages import words_for
from byline.site import Site


class SubscribePage(GeneratedPage):
    """The site's feeds, and its newsletter where it has one."""


def add_subscribe_page(files: Files, config: MkDocsConfig, site: Site, titles: Mapping[str, str]) -> None:
    """Add the page. Where docs/ holds one in its place, that one stays."""
    words = words_for(str(config.theme.get("language") or "en"))
    path = site.settings.subscribe_path
    file = generated_file(config, f"{path}/index.md", path, listed=True)
    if file.dest_uri not in {other.dest_uri for other in files.documentation_pages()}:
        files.append(file)
        page = SubscribePage(words["subscribe"], "byline/subscribe.html", file, config)
        page.rename(titles.get(file.src_uri))
