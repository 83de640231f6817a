"""The pages that list articles, split into numbered pages, and the overviews that list those listings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from byline.articles import Article
from byline.authors import Author
from byline.pages.playbooks import playbook_address
from byline.site import Site, Topic


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a listing. `path` is its site path, `kind` what it lists by, `number` counts from 1.

    `newer` and `older` are the addresses of the pages beside it, empty at the ends; `playbook` is that of the
    articles' checklists together, empty where there are none.
    """

    path: str
    kind: str
    title: str
    articles: tuple[Article, ...]
    number: int
    pages: int
    newer: str = ""
    older: str = ""
    author: Author | None = None
    playbook: str = ""

    @property
    def full_title(self) -> str:
        """Return the title with the page's number, so that no two pages bear the same."""
        return self.title if self.number == 1 else f"{self.title} ({self.number})"


@dataclass(frozen=True, slots=True)
class Overview:
    """A page that names all listings of one kind: all categories, all tags, all years, all authors."""

    path: str
    kind: str
    title: str


def listings(site: Site) -> Iterator[Listing]:
    """Yield every page of every listing of the site."""
    settings = site.settings
    pinned = sorted(site.articles, key=lambda article: not article.pin)
    yield from _paginate(site, Topic("Articles", settings.articles_path, tuple(pinned)), "articles")
    for kind, topics in (("category", site.categories), ("tag", site.tags), ("year", site.years)):
        for topic in topics.values():
            yield from _paginate(site, topic, kind)
    for author in site.published_authors:
        topic = site.author_topic(author)
        yield from _paginate(site, topic, "author", author)


def overviews(site: Site) -> tuple[Overview, ...]:
    """Return the overviews, which are there also while they are empty, so that a navigation may name them."""
    settings = site.settings
    return (
        Overview(settings.authors_path, "authors", "Authors"),
        Overview(settings.categories_path, "categories", "Categories"),
        Overview(settings.tags_path, "tags", "Tags"),
        Overview(settings.archive_path, "years", "Archive"),
    )


def _paginate(site: Site, topic: Topic, kind: str, author: Author | None = None) -> Iterator[Listing]:
    size = site.settings.pagination_per_page
    parts: Sequence[tuple[Article, ...]] = [
        topic.articles[start : start + size] for start in range(0, len(topic.articles), size)
    ] or [()]
    playbook = playbook_address(site, topic, kind)
    for number, part in enumerate(parts, 1):
        yield Listing(
            path=_page_path(topic.path, number),
            kind=kind,
            title=topic.name,
            articles=part,
            number=number,
            pages=len(parts),
            newer=site.address(_page_path(topic.path, number - 1)) if number > 1 else "",
            older=site.address(_page_path(topic.path, number + 1)) if number < len(parts) else "",
            author=author,
            playbook=playbook,
        )


def _page_path(path: str, number: int) -> str:
    return path if number == 1 else f"{path}/page/{number}"
