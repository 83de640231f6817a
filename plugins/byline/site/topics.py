"""Categories, tags and years: the articles of a site, grouped."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from byline.addresses import slugify
from byline.articles import Article
from byline.problems import Problem
from byline.site.site import Topic


def topics_of(articles: Sequence[Article], kind: str, path: str, warnings: list[Problem]) -> dict[str, Topic]:
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


def years_of(articles: Sequence[Article], path: str, now: datetime) -> dict[str, Topic]:
    """Group articles by the year of their date; drafts without one stand in the present year."""
    years: dict[str, list[Article]] = {}
    for article in articles:
        years.setdefault(str((article.date or now).year), []).append(article)
    return {year: Topic(year, f"{path}/{year}", tuple(members)) for year, members in years.items()}
