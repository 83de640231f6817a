"""Reading a whole site and cross-checking it, every problem at once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from byline.articles import load_articles
from byline.authors import Author, load_authors
from byline.comments import CommentSystem, choose_comments
from byline.problems import ContentError, Problem, in_file_order
from byline.settings import Settings
from byline.site.assembling import Placement, assemble
from byline.site.checks import (
    author_problems,
    field_problems,
    folder_problems,
    identity_problems,
    picture_problems,
)
from byline.site.choices import Drawer, checklists_of, choice_problems, draw_all, drawings_of
from byline.site.conversations import load_conversations
from byline.site.page_checks import page_problems
from byline.site.searching import pagefind_problems
from byline.site.site import Site
from byline.site.thread_checks import thread_problems


def load_site(
    settings: Settings, placement: Placement, known: Iterable[Problem] = (), drawer: Drawer = draw_all
) -> Site:
    """Read and check all content. Raises `ContentError` with every problem, with those already `known`."""
    problems: list[Problem] = [*known, *pagefind_problems(settings)]
    if placement.target:
        problems += folder_problems(settings, placement.target)
    if not settings.posts_dir.is_dir():
        wrong = f"there is no folder `{settings.posts_dir.name}` beside {settings.file.name}"
        mend = "make it, or name your folder of articles with `posts_dir:`"
        raise ContentError([*problems, settings.problem(wrong, mend, "posts_dir")])
    if not re.match(r"https?://[^/\s]", placement.url):
        wrong = f"`site_url: {placement.url}` is no full address" if placement.url else "no `site_url`"
        mend = "add `site_url: https://your.domain/`: feeds and links need the site's full address"
        problems.append(Problem(settings.file, 1, wrong, mend))
    authors: dict[str, Author] | None = None
    try:
        authors = load_authors(settings.authors_file)
    except ContentError as error:
        problems += error.problems
    comments: CommentSystem | None = None
    try:
        comments = choose_comments(
            settings.comments, settings.problem, preview=placement.drafts, site_url=placement.url
        )
    except ContentError as error:
        problems += error.problems
    articles, found = load_articles(settings.posts_dir, zone=settings.timezone)
    problems += found
    conversations, said = load_conversations(settings.posts_dir, articles, zone=settings.timezone)
    if authors is not None:
        problems += author_problems(articles, authors, settings)
    problems += identity_problems(articles, authors or {}, settings)
    if comments is not None:
        problems += thread_problems(articles, comments)
    site = assemble(settings, articles, authors or {}, placement, comments)
    drawings = drawings_of(site.articles, site.hidden, drawer)
    shown = {article.path: drawings[article.path] for article in site.articles if article.path in drawings}
    site = replace(site, checklists=checklists_of(shown), conversations=conversations)
    problems += page_problems(site, placement.pages)
    problems += picture_problems(site)
    fields = [*field_problems(articles), *choice_problems(articles, drawings), *said]
    problems += [problem for problem in fields if not problem.warning]
    if problems:
        raise ContentError(problems)
    return replace(site, warnings=in_file_order((*site.warnings, *fields)))
