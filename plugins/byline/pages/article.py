"""An article's own page."""

from dataclasses import dataclass
from itertools import islice

from byline.articles import Article
from byline.pages.comments import CommentsView, describe_comments
from byline.pages.views import Entry, SiteView
from byline.site import Site

MOST_RELATED = 2
MOST_COMPARED = 50


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What an article's page prints around its text: its entry, what to read next, its comments."""

    entry: Entry
    related: tuple[Entry, ...]
    newer: Entry | None
    older: Entry | None
    comments: CommentsView | None


def describe_article(site: Site, view: SiteView, article: Article, *, language: str = "en") -> ArticleView:
    """Describe the page of one published article."""
    newer, older = neighbours(site, article)
    return ArticleView(
        entry=view.entries[article.path],
        related=view.among(related(site, article)),
        newer=view.entries[newer.path] if newer else None,
        older=view.entries[older.path] if older else None,
        comments=describe_comments(site, article, language=language),
    )


def related(site: Site, article: Article) -> tuple[Article, ...]:
    """Return the articles that share most topics with this one, the newer first among equals.

    Only the newest of each topic are compared, so that large sites stay quick."""
    shared: dict[str, int] = {}
    for names, topics in ((article.tags, site.tags), (article.categories, site.categories)):
        for name in names:
            for other in islice(topics[name.casefold()].articles, MOST_COMPARED):
                shared[other.path] = shared.get(other.path, 0) + 1
    shared.pop(article.path, None)
    found: list[Article] = []
    for most in sorted(set(shared.values()), reverse=True):
        alike = [site.articles[site.positions[path]] for path, count in shared.items() if count == most]
        found += sorted(alike, key=lambda other: other.date or site.now, reverse=True)
        if len(found) >= MOST_RELATED:
            break
    return tuple(found[:MOST_RELATED])


def neighbours(site: Site, article: Article) -> tuple[Article | None, Article | None]:
    """Return the articles published next after and next before this one."""
    position, last = site.positions[article.path], len(site.articles) - 1
    newer = site.articles[position - 1] if position > 0 else None
    return newer, site.articles[position + 1] if position < last else None
