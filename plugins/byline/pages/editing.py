"""The site as pages print it, once one article's text is new."""

from dataclasses import replace

from byline.articles import RenderedArticle
from byline.pages.views import Entry, SiteView, describe_site
from byline.site import Site


def with_entry(site: Site, view: SiteView, rendered: RenderedArticle, *, language: str) -> SiteView:
    """Describe one article anew, in a site that has it already: the same view where it prints the same."""
    path = rendered.article.path
    alone = replace(site, articles=(rendered.article,), years={})
    old, new = view.entries[path], describe_site(alone, {path: rendered}, language=language).entries[path]
    if new == old:
        return view
    return replace(
        view,
        entries={**view.entries, path: new},
        archive=tuple((year, _exchanged(entries, old, new)) for year, entries in view.archive),
    )


def _exchanged(entries: tuple[Entry, ...], old: Entry, new: Entry) -> tuple[Entry, ...]:
    return tuple(new if entry is old else entry for entry in entries)
