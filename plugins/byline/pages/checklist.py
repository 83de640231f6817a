"""An article's checklist, as pages print it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from byline.articles import Article
from byline.checklists import Checklist, Item
from byline.pages.grouping import grouped, is_ordered
from byline.pages.views import Link
from byline.pages.words import is_right_to_left, script_words, words_for
from byline.site import Site

LIST_HEAD = '<p class="byline-checklist__head byline-small byline-checklist__progress" tabindex="-1"></p>'
"""What stands above the first list that became a checklist in its place; scripts fill it."""

_FRAME, _PER_ITEM, _TALLEST = 260, 64, 900


@dataclass(frozen=True, slots=True)
class ItemView:
    """One box to tick: its words, the reason that stands behind them, the anchor of its sentence.

    `was` are the ids that the item had before, with spaces between.
    """

    id: str
    text: str
    detail: str
    anchor: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Items that stand under one heading of the article; the heading is empty where they need none."""

    heading: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A checklist; ticks are kept on the reader's device under `key`.

    `heading` is what it is titled, "" where it has only the article's title. Addresses are relative to the
    site's root but for `absolute_url`. `placed` are the ids of the items that stand in the article's own
    lists. `words` are those of the article's language, `script_words` the ones for scripts, as JSON.
    `ordered` says that the items are the steps of one numbered list, in its order.
    """

    key: str
    heading: str
    article_title: str
    article_url: str
    authors: str
    url: str
    absolute_url: str
    json_url: str
    oembed_url: str
    language: str
    words: Mapping[str, str]
    script_words: str
    groups: tuple[GroupView, ...]
    ordered: bool = False
    placed: frozenset[str] = frozenset()
    people: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        """Return the name that the checklist goes by where the article is not around it."""
        return self.heading or self.article_title

    @property
    def direction(self) -> str:
        """Return the direction that its language is written in, as HTML's `dir` has it."""
        return "rtl" if is_right_to_left(self.language) else "ltr"

    @property
    def height(self) -> int:
        """Return a height in CSS pixels that shows the checklist's own page whole, or a good part of it."""
        return min(_TALLEST, _FRAME + _PER_ITEM * len(self.items))

    @property
    def embed(self) -> str:
        """Return the one line of HTML that shows the checklist on another site."""
        source, title = escape(self.absolute_url), escape(self.title)
        size = f'width="100%" height="{self.height}"'
        return f'<iframe src="{source}" title="{title}" {size} loading="lazy"></iframe>'

    @property
    def items(self) -> tuple[ItemView, ...]:
        """Return the items of all groups."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def rest(self) -> tuple[GroupView, ...]:
        """Return the groups without the items that stand in the article's own lists."""
        left = (
            GroupView(group.heading, tuple(item for item in group.items if item.id not in self.placed))
            for group in self.groups
        )
        return tuple(group for group in left if group.items)


def checklist_key(article: Article) -> str:
    """Return the name under which the ticks of an article's checklist are kept."""
    return article.id or article.slug


def describe_checklist(
    site: Site,
    article: Article,
    anchors: Mapping[str, str],
    *,
    language: str = "en",
    placed: Collection[str] = (),
) -> ChecklistView:
    """Describe an article's checklist; `anchors` says which element of the page holds an item's sentence.

    `language` is the site's, for articles in a language that no pack is for. `placed` are the items that
    stand in the article's own lists. What it reads of the checklist, `contents` must name, what else it
    reads, `surroundings`.
    """
    checklist = site.checklists[article.path]
    path = site.checklist_path(article)
    people = [site.authors[author_id] for author_id in article.authors]
    titles = {article.title, checklist.title}
    return ChecklistView(
        key=checklist_key(article),
        heading=checklist.heading or ("" if checklist.title == article.title else checklist.title),
        article_title=article.title,
        article_url=site.address(site.path(article)),
        authors=", ".join(author.name for author in people),
        url=site.address(path),
        absolute_url=site.absolute(path),
        json_url=quote(f"{path}.json"),
        oembed_url=quote(f"{path}.oembed.json"),
        language=checklist.language or language,
        words=words_for(checklist.language, language),
        script_words=script_words(checklist.language, language),
        groups=tuple(
            GroupView(heading, tuple(_describe_item(item, anchors) for item in items))
            for heading, items in grouped(checklist.items, titles)
        ),
        ordered=is_ordered(checklist.items),
        placed=frozenset(placed),
        people=tuple(Link(author.name, site.address(site.author_path(author))) for author in people),
    )


def contents(checklist: Checklist, anchors: Mapping[str, str], placed: Iterable[str]) -> list[Any]:
    """Return all that the view of a checklist has of its items, their anchors and their places."""
    items: list[str] = []
    for item in checklist.items:
        was = " ".join(item.aliases)
        items += item.id, item.text, item.detail, item.section, anchors.get(item.id, ""), was
    names = checklist.title, checklist.heading, checklist.language
    return [names, is_ordered(checklist.items), items, sorted(placed)]


def surroundings(site: Site, article: Article) -> list[Any]:
    """Return all that the view of a checklist has of its article and its site."""
    people = [(author.name, author.slug) for author in (site.authors[name] for name in article.authors)]
    settings = site.settings
    paths = [settings.articles_path, settings.authors_path]
    return [site.url, site.directory_urls, paths, people, article.id, article.slug, article.title]


def _describe_item(item: Item, anchors: Mapping[str, str]) -> ItemView:
    return ItemView(item.id, item.text, item.detail, anchors.get(item.id, ""), " ".join(item.aliases))
