"""What the author says about an import: titles, dates, an author, whether to publish; checked for sense."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from byline.authors import Author
from byline.importers.imported import ImportedArticle
from byline.importers.names import find_author, new_author_id
from byline.problems import ContentError, Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`titles` and `dates` belong to the files in their order; a single date, and the author, to all."""

    titles: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    author: str = ""
    publish: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The options as they apply to one file."""

    title: str = ""
    day: date | None = None
    publish: bool = False


def choose(
    articles: Sequence[ImportedArticle], options: ImportOptions, authors: Mapping[str, Author]
) -> tuple[Choice, ...]:
    """Tell what the options say of each article. Raises `ContentError` on options that fit no file."""
    problems: list[Problem] = []
    if not articles:
        return ()
    first, count = articles[0].source, len(articles)
    titles, dates = options.titles, options.dates
    if titles and len(titles) != count:
        wrong = f"{len(titles)} `--title` for {count} files"
        problems.append(Problem(first, 1, wrong, "name one file, or give each file its title in their order"))
    if any(not " ".join(title.split()) for title in titles):
        problems.append(Problem(first, 1, "a title is empty", 'write `--title "Some words"`'))
    if len(dates) > 1 and len(dates) != count:
        wrong = f"{len(dates)} `--date` for {count} files"
        problems.append(
            Problem(first, 1, wrong, "give one date for all, or each file its date in their order")
        )
    if options.author and not _is_known(options.author, articles, authors):
        mend = did_you_mean(options.author, authors) + _ids(authors)
        problems.append(Problem(first, 1, f"there is no author `{options.author}`", mend))
    if problems:
        raise ContentError(problems)
    by_file = dates if len(dates) == count else dates * count or (None,) * count
    titles = tuple(" ".join(title.split()) for title in titles) or ("",) * count
    return tuple(Choice(title, day, options.publish) for title, day in zip(titles, by_file, strict=True))


def _is_known(author_id: str, articles: Sequence[ImportedArticle], authors: Mapping[str, Author]) -> bool:
    """Say whether an id is an author's, or that of an author whose bio is among the files."""
    from_bios = {
        new_author_id(article.bio.name, ())
        for article in articles
        if article.bio and not find_author(article.bio.name, authors)
    }
    return author_id in authors or author_id in from_bios


def _ids(authors: Mapping[str, Author]) -> str:
    if not authors:
        return "the author file has none yet: add one to it, or leave out `--author`"
    return "use an id of the author file: " + ", ".join(list(authors)[:10])
