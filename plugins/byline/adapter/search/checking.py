"""What stands against `search: pagefind` among a site's plugins."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

from byline.adapter.search.publishing import materials_plugin
from byline.problems import Problem
from byline.settings import Settings


def search_problems(settings: Settings, config: MkDocsConfig) -> Iterator[Problem]:
    """Report that readers would have no field to search with, or no server to search on."""
    if settings.search != "pagefind":
        return
    if not {"search", "material/search"} & config.plugins.keys():
        mend = "add `- search` to `plugins:`, whose search field it answers"
        yield settings.problem("`search: pagefind` without the plugin `search`", mend, "search")
    if materials_plugin(config, "offline"):
        mend = "leave one of the two out: Pagefind reads from a server, not from a folder"
        yield settings.problem("`search: pagefind` beside the plugin `offline`", mend, "search")
