"""What no single file can know: authors that nobody described, two pages on one address."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from byline.addresses import page_file
from byline.articles import FIELD_NAMES, Article
from byline.authors import Author
from byline.problems import Problem, did_you_mean, shown_path
from byline.settings import Settings
from byline.site.site import Site


def author_problems(
    articles: Iterable[Article], authors: Mapping[str, Author], settings: Settings
) -> Iterator[Problem]:
    """Report authors of articles who do not stand in the author file."""
    for article in articles:
        for author_id in article.authors:
            if author_id not in authors:
                file = settings.authors_file.name
                mend = (
                    did_you_mean(author_id, authors)
                    + f"add `{author_id}:` to {file}, or use an id that is there"
                )
                yield article.problem("authors", f"there is no author `{author_id}`", mend)


def address_problems(
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


def field_warnings(articles: Iterable[Article]) -> Iterator[Problem]:
    """Point out front-matter fields that look like misspelled ones; fields of other tools pass."""
    for article in articles:
        for name in article.meta:
            near = get_close_matches(str(name).casefold(), FIELD_NAMES, n=1, cutoff=0.8)
            if near and name not in FIELD_NAMES:
                wrong = f"`{name}` is no field that is known here"
                yield article.problem(str(name), wrong, f"did you mean `{near[0]}`?", warning=True)


def category_warnings(site: Site) -> Iterator[Problem]:
    """Point out categories that bear almost the name of another, larger one."""
    by_size = sorted(site.categories.values(), key=lambda topic: len(topic.articles), reverse=True)
    for number, topic in enumerate(by_size):
        larger = [other.name for other in by_size[:number] if len(other.articles) > len(topic.articles)]
        if near := get_close_matches(topic.name, larger, n=1, cutoff=0.8):
            article = topic.articles[0]
            wrong = f"the category `{topic.name}` is used {len(topic.articles)} time(s)"
            yield article.problem("categories", wrong, f"did you mean `{near[0]}`?", warning=True)


def page_problems(site: Site, pages: Mapping[str, Path]) -> Iterator[Problem]:
    """Report articles and listings on the address of another page of the site.

    `pages` names the file that each other page is written to, and its source.
    """
    taken = {place.casefold(): source for place, source in pages.items()}
    for article in site.articles:
        if other := taken.get(page_file(site.path(article)).casefold()):
            wrong = f"the address `{site.path(article)}/` is taken by {shown_path(other)}"
            key = "slug" if "slug" in article.lines else "title"
            yield article.problem(key, wrong, "give the article a `slug:` of its own, or move the page")
    settings = site.settings
    articles = {site.path(article).casefold(): article.file for article in site.articles}
    taken |= {page_file(path): file for path, file in articles.items()}
    for option, paths in (
        ("articles_path", [settings.articles_path]),
        ("categories_path", [topic.path for topic in site.categories.values()]),
        ("tags_path", [topic.path for topic in site.tags.values()]),
        ("archive_path", [topic.path for topic in site.years.values()]),
        ("authors_path", [site.author_path(author) for author in site.published_authors]),
    ):
        for path in paths:
            if other := taken.get(page_file(path).casefold()):
                wrong = f"the listing `{path}/` has the address of {shown_path(other)}"
                yield settings.problem(wrong, f"move the page, or choose another `{option}:`", option)
