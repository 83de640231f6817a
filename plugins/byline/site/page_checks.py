"""Two pages on one address: found before anything is written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from byline.addresses import page_file
from byline.problems import Problem, shown_path
from byline.site.site import Site, Topic


def page_problems(site: Site, pages: Mapping[str, Path]) -> Iterator[Problem]:
    """Report any two pages on one address; letter case does not tell addresses apart.

    `pages` names the file that each page of MkDocs' own is written to, and its source. One in an overview's
    place wins; one in the place of the list of articles stands above the list.
    """
    own = {place.casefold(): f"{shown_path(source)}" for place, source in pages.items()}
    taken = dict(own)
    for article in site.articles:
        path = site.path(article)
        if other := taken.get(page_file(path).casefold()):
            key = "slug" if "slug" in article.lines else "title"
            mend = "give one of the two an address of its own (`slug:`)"
            yield article.problem(key, f"the address `{path}/` is taken by {other}", mend)
        taken.setdefault(page_file(path).casefold(), article.path)
    for option, path in (*_listings(site), *_checklists(site)):
        if other := taken.get(page_file(path).casefold()):
            mend = f"move the one, or choose another `{option}:`"
            yield site.settings.problem(f"the listing `{path}/` has the address of {other}", mend, option)
        taken.setdefault(page_file(path).casefold(), f"the listing `{path}/`")
    for option, path in (
        ("checklists_path", site.settings.checklists_path),
        ("checklists_path", f"{site.settings.checklists_path}/mine"),
        ("subscribe_path", site.settings.subscribe_path),
    ):
        place = page_file(path).casefold()
        if place in taken and place not in own:
            wrong = f"the page `{path}/` has the address of {taken[place]}"
            yield site.settings.problem(wrong, f"choose another `{option}:`", option)


def _topics(site: Site) -> Iterator[tuple[str, Topic]]:
    """Yield the option and the topic of every listing but that of all articles."""
    for author in site.published_authors:
        yield "authors_path", site.author_topic(author)
    for option, topics in (
        ("categories_path", site.categories),
        ("tags_path", site.tags),
        ("archive_path", site.years),
    ):
        for topic in topics.values():
            yield option, topic


def _listings(site: Site) -> Iterator[tuple[str, str]]:
    for option, topic in _topics(site):
        yield option, topic.path


def _checklists(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the option and the site path of every page of checklists that stands below another page."""
    for article in site.articles:
        if article.path in site.checklists:
            yield "articles_path", site.checklist_path(article)
    for option, topic in _topics(site):
        ticked = any(article.path in site.checklists for article in topic.articles)
        if ticked and option in {"authors_path", "categories_path"}:
            yield option, site.checklist_path(topic)
