"""The one decision on what is published, and in which order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from byline.articles import Article
from byline.authors import Author
from byline.comments import CommentSystem
from byline.problems import Problem, in_file_order
from byline.settings import Settings
from byline.site.site import Site
from byline.site.topics import topics_of, years_of


@dataclass(frozen=True, slots=True)
class Placement:
    """Where and when a site is made: its address, the moment, whether drafts show, how addresses end.

    `pages` are the site's other pages, the file each is written to and its source; `target` is the folder
    that the site is written to, where that is known.
    """

    url: str
    now: datetime
    drafts: bool = False
    directory_urls: bool = True
    sources: str = "posts"
    pages: Mapping[str, Path] = field(default_factory=dict)
    target: Path | None = None


def assemble(
    settings: Settings,
    articles: Iterable[Article],
    authors: Mapping[str, Author],
    placement: Placement,
    comments: CommentSystem | None = None,
) -> Site:
    """Decide what is published and order it: the one decision that all pages and feeds follow."""
    now = placement.now
    everything = sorted(articles, key=lambda article: article.path)
    shown = [article for article in everything if placement.drafts or article.published(now)]
    shown.sort(key=lambda article: article.date or now, reverse=True)
    paths = {article.path for article in shown}
    warnings: list[Problem] = []
    by_author: dict[str, list[Article]] = {author_id: [] for author_id in authors}
    for article in shown:
        for author_id in article.authors:
            if author_id in by_author:
                by_author[author_id].append(article)
    return Site(
        settings=settings,
        url=placement.url.rstrip("/") + "/",
        now=now,
        articles=tuple(shown),
        hidden=tuple(article for article in everything if article.path not in paths),
        authors=authors,
        positions={article.path: position for position, article in enumerate(shown)},
        by_author={author_id: tuple(members) for author_id, members in by_author.items()},
        categories=topics_of(shown, "categories", settings.categories_path, warnings),
        tags=topics_of(shown, "tags", settings.tags_path, warnings),
        years=years_of(shown, settings.archive_path, now),
        comments=comments or CommentSystem(),
        warnings=in_file_order(warnings),
        directory_urls=placement.directory_urls,
        sources=placement.sources,
    )
