"""Reading a whole site and cross-checking it, every problem at once."""

from collections.abc import Iterable, Iterator, Mapping

from byline.articles import Article, load_articles
from byline.authors import Author, load_authors
from byline.comments import Provider, choose_provider
from byline.problems import ContentError, Problem, did_you_mean
from byline.settings import Settings
from byline.site.assembling import Placement, assemble
from byline.site.site import Site


def load_site(settings: Settings, placement: Placement, known: Iterable[Problem] = ()) -> Site:
    """Read and check all content. Raises `ContentError` with every problem, with those already `known`."""
    problems: list[Problem] = list(known)
    if not settings.posts_dir.is_dir():
        wrong = f"there is no folder `{settings.posts_dir.name}` beside {settings.file.name}"
        mend = "make it, or name your folder of articles with `posts_dir:`"
        raise ContentError([*problems, settings.problem(wrong, mend, "posts_dir")])
    if not placement.url:
        mend = "add `site_url: https://your.domain/`: feeds and links need the site's full address"
        problems.append(Problem(settings.file, 1, "no `site_url`", mend))
    authors: dict[str, Author] | None = None
    try:
        authors = load_authors(settings.authors_file)
    except ContentError as error:
        problems += error.problems
    providers: tuple[Provider, ...] = ()
    try:
        providers = choose_provider(settings.comments, settings.problem)
    except ContentError as error:
        problems += error.problems
    articles, found = load_articles(settings.posts_dir, zone=settings.timezone)
    problems += found
    if authors is not None:
        problems += _author_problems(articles, authors, settings)
    problems += _address_problems(articles, authors or {}, settings)
    if problems:
        raise ContentError(problems)
    return assemble(settings, articles, authors or {}, placement, providers)


def _author_problems(
    articles: Iterable[Article], authors: Mapping[str, Author], settings: Settings
) -> Iterator[Problem]:
    for article in articles:
        for author_id in article.authors:
            if author_id not in authors:
                file = settings.authors_file.name
                mend = (
                    did_you_mean(author_id, authors)
                    + f"add `{author_id}:` to {file}, or use an id that is there"
                )
                yield article.problem("authors", f"there is no author `{author_id}`", mend)


def _address_problems(
    articles: Iterable[Article], authors: Mapping[str, Author], settings: Settings
) -> Iterator[Problem]:
    """Report two articles, or two authors, on one address; letter case does not tell addresses apart."""
    taken: dict[str, Article] = {}
    for article in articles:
        other = taken.setdefault(article.slug.casefold(), article)
        if other is not article:
            wrong = f"the address `{article.slug}` is taken by {other.path}"
            key = "slug" if "slug" in article.lines else "title"
            yield article.problem(key, wrong, "give one of the two a `slug:` of its own")
    people: dict[str, Author] = {}
    for author in authors.values():
        first = people.setdefault(author.slug.casefold(), author)
        if first is not author:
            wrong = f"author `{author.id}` has the address of author `{first.id}`"
            yield Problem(
                settings.authors_file, author.line, wrong, "give one of the two a `slug:` of its own"
            )
