"""Whether readers can search a site of this size in comfort."""

from collections.abc import Iterator
from importlib.util import find_spec

from byline.problems import Problem
from byline.settings import Settings
from byline.settings.configuration import read_configuration
from byline.site.site import Site

COMFORTABLE = 500
"""So many articles make an index of a few megabytes, which a reader's first search has to wait for."""


def pagefind_problems(settings: Settings) -> Iterator[Problem]:
    """Report that the site asks for Pagefind where it is not installed."""
    if settings.search == "pagefind" and not find_spec("pagefind"):
        mend = 'install it with `pip install "mkdocs-byline[pagefind]"`'
        yield settings.problem("`search: pagefind`, and Pagefind is not installed", mend, "search")


def search_warnings(site: Site) -> Iterator[Problem]:
    """Recommend Pagefind where Material's index has grown too large to be fetched in one piece."""
    settings, count = site.settings, len(site.articles)
    if settings.search == "pagefind" or count <= COMFORTABLE or not _searched(settings):
        return
    wrong = f"a reader's first search fetches the text of all {count} articles"
    mend = (
        'set `search: pagefind` below `byline:` and install it with `pip install "mkdocs-byline[pagefind]"`: '
        "it fetches only what a query needs"
    )
    at = settings.problem(wrong, mend, "search")
    yield Problem(at.file, at.line, wrong, mend, warning=True)


def _searched(settings: Settings) -> bool:
    """Tell whether the plugin `search` is among the site's, perhaps with its theme's name before it."""
    plugins = read_configuration(settings.file)[1].get("plugins") or ()
    named = (name for entry in plugins for name in (entry if isinstance(entry, dict) else (entry,)))
    return any(str(name).rpartition("/")[2] == "search" for name in named)
