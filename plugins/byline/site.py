"""The site: articles and authors together, cross-checked, and what of them readers may see now."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote

from byline.addresses import page_url, slugify
from byline.articles import Article, load_articles
from byline.authors import Author, load_authors
from byline.problems import ContentError, Problem, did_you_mean, in_file_order
from byline.settings import Settings


@dataclass(frozen=True, slots=True)
class Topic:
    """A category, a tag or a year: its name, its address within the site, its articles, newest first."""

    name: str
    path: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All that is published at one moment (`now`). `articles` stand newest first.

    `hidden` are kept from readers. Topics stand by their case-folded name, `positions` say where
    each article stands by its path. `sources` is the folder under which MkDocs and links know the posts.
    """

    settings: Settings
    url: str
    now: datetime
    articles: tuple[Article, ...]
    hidden: tuple[Article, ...]
    authors: Mapping[str, Author]
    by_author: Mapping[str, tuple[Article, ...]]
    positions: Mapping[str, int]
    categories: Mapping[str, Topic]
    tags: Mapping[str, Topic]
    years: Mapping[str, Topic]
    warnings: tuple[Problem, ...] = ()
    directory_urls: bool = True
    sources: str = "posts"

    def address(self, path: str) -> str:
        """Return the address of the page at a site path, relative to the site's root."""
        return page_url(path, directory_urls=self.directory_urls)

    def absolute(self, path: str) -> str:
        """Return the full address of the page at a site path."""
        return self.url + self.address(path)

    def path(self, article: Article) -> str:
        """Return the site path of an article."""
        return f"{self.settings.articles_path}/{article.slug}"

    def author_path(self, author: Author) -> str:
        """Return the site path of an author's page."""
        return f"{self.settings.authors_path}/{author.slug}"

    def media_url(self, link: str, folder: str = "") -> str:
        """Return where an image is published that a file in `folder` below the posts names.

        Full addresses, and paths to nothing beside the posts, come back as they are.
        """
        path = posixpath.normpath(posixpath.join(folder, unquote(link)))
        beside = link and ":" not in link and not path.startswith(("..", "/"))
        if beside and (self.settings.posts_dir / path).is_file():
            return quote(f"{self.sources}/{path}")
        return link


@dataclass(frozen=True, slots=True)
class Placement:
    """Where and when a site is made: its address, the moment, whether drafts show, how addresses end."""

    url: str
    now: datetime
    drafts: bool = False
    directory_urls: bool = True
    sources: str = "posts"


def load_site(settings: Settings, placement: Placement) -> Site:
    """Read and check all content. Raises `ContentError` with every problem found."""
    if not settings.posts_dir.is_dir():
        wrong = f"there is no folder `{settings.posts_dir.name}` beside {settings.file.name}"
        mend = "make it, or name your folder of articles with `posts_dir:`"
        raise ContentError([settings.problem(wrong, mend, "posts_dir")])
    problems: list[Problem] = []
    authors: dict[str, Author] | None = None
    try:
        authors = load_authors(settings.authors_file)
    except ContentError as error:
        problems += error.problems
    articles, found = load_articles(settings.posts_dir, zone=settings.timezone)
    problems += found
    if authors is not None:
        problems += _author_problems(articles, authors, settings)
    problems += _address_problems(articles, authors or {}, settings)
    if problems:
        raise ContentError(problems)
    return assemble(settings, articles, authors or {}, placement)


def assemble(
    settings: Settings, articles: Iterable[Article], authors: Mapping[str, Author], placement: Placement
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
        categories=_topics(shown, "categories", settings.categories_path, warnings),
        tags=_topics(shown, "tags", settings.tags_path, warnings),
        years=_years(shown, settings.archive_path, now),
        warnings=in_file_order(warnings),
        directory_urls=placement.directory_urls,
        sources=placement.sources,
    )


def _topics(articles: Sequence[Article], kind: str, path: str, warnings: list[Problem]) -> dict[str, Topic]:
    """Group articles by a list of names; names that differ only in case are one, spelled as at first."""
    spelled: dict[str, str] = {}
    for article in reversed(articles):
        for name in getattr(article, kind):
            first = spelled.setdefault(name.casefold(), name)
            if first != name:
                wrong = f"`{name}` is written `{first}` elsewhere"
                warnings.append(article.problem(kind, wrong, f"write `{first}`", warning=True))
    grouped: dict[str, dict[str, Article]] = {name: {} for name in spelled.values()}
    for article in articles:
        for name in getattr(article, kind):
            grouped[spelled[name.casefold()]][article.path] = article
    slugs = _distinct_slugs(sorted(grouped, key=str.casefold))
    return {
        name.casefold(): Topic(name, f"{path}/{slug}", tuple(grouped[name].values()))
        for name, slug in slugs.items()
    }


def _distinct_slugs(names: Iterable[str]) -> dict[str, str]:
    """Give every name an address of its own, in a stable order; a second one like it gets a number."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = slug = slugify(name) or "topic"
        number = 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        slugs[name] = slug
    return slugs


def _years(articles: Sequence[Article], path: str, now: datetime) -> dict[str, Topic]:
    years: dict[str, list[Article]] = {}
    for article in articles:
        years.setdefault(str((article.date or now).year), []).append(article)
    return {year: Topic(year, f"{path}/{year}", tuple(members)) for year, members in years.items()}


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
