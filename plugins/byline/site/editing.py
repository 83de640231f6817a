"""A site in which one article says something else; everything else stays as it was checked."""

from collections.abc import Mapping
from dataclasses import replace

from byline.articles import Article
from byline.problems import Problem
from byline.site.choices import checklists_of, choice_problems, draw_all, drawings_of
from byline.site.site import Site, Topic


def with_text(site: Site, article: Article) -> tuple[Site, list[Problem]]:
    """Put an article whose text alone is new in the place of the one with its path, and draw its checklist.

    Returns the site, and what loading it would find in the new text, warnings included.
    """
    drawings = drawings_of([article], [], draw_all)
    old = site.articles[site.positions[article.path]]
    checklists = dict(site.checklists)
    if new := checklists_of(drawings):
        checklists |= new
    else:
        checklists.pop(article.path, None)
    edited = replace(
        site,
        articles=_exchanged(site.articles, old, article),
        by_author={
            author_id: _exchanged(members, old, article) if author_id in article.authors else members
            for author_id, members in site.by_author.items()
        },
        categories=_in_topics(site.categories, article.categories, old, article),
        tags=_in_topics(site.tags, article.tags, old, article),
        years=_in_topics(site.years, [str((article.date or site.now).year)], old, article),
        checklists=checklists,
    )
    return edited, list(choice_problems([article], drawings))


def _in_topics(
    topics: Mapping[str, Topic], names: tuple[str, ...] | list[str], old: Article, new: Article
) -> dict[str, Topic]:
    changed = {name.casefold() for name in names}
    return {
        name: replace(topic, articles=_exchanged(topic.articles, old, new)) if name in changed else topic
        for name, topic in topics.items()
    }


def _exchanged(articles: tuple[Article, ...], old: Article, new: Article) -> tuple[Article, ...]:
    return tuple(new if article is old else article for article in articles)
