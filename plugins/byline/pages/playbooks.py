"""Playbooks: the checklists of one category, or of one author, together."""

from collections.abc import Iterator
from dataclasses import dataclass

from byline.articles import Article
from byline.site import Site, Topic


@dataclass(frozen=True, slots=True)
class Playbook:
    """The checklists of some articles on one page. `path` is its site path, `listing` that of the articles'.

    `kind` is what it collects by; `articles` are those that have a checklist, newest first.
    """

    path: str
    kind: str
    name: str
    listing: str
    articles: tuple[Article, ...]


def playbooks(site: Site) -> Iterator[Playbook]:
    """Yield the playbook of every category and every author that has something to tick."""
    for topic in site.categories.values():
        yield from _playbook(site, "category", topic)
    for author in site.published_authors:
        yield from _playbook(site, "author", site.author_topic(author))


def playbook_address(site: Site, topic: Topic, kind: str) -> str:
    """Return the address of a topic's playbook, empty where it has none."""
    found = _playbook(site, kind, topic) if kind in {"category", "author"} else ()
    return next((site.address(playbook.path) for playbook in found), "")


def _playbook(site: Site, kind: str, topic: Topic) -> Iterator[Playbook]:
    articles = tuple(article for article in topic.articles if article.path in site.checklists)
    if articles:
        yield Playbook(site.checklist_path(topic), kind, topic.name, topic.path, articles)
