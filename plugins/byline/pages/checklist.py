"""An article's checklist, as pages print it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from byline.articles import Article
from byline.checklists import Item
from byline.pages.words import script_words, words_for
from byline.site import Site

_LEAST_OF_GROUP = 2


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


def describe_checklist(
    site: Site,
    article: Article,
    anchors: Mapping[str, str],
    placed: frozenset[str] = frozenset(),
    *,
    language: str = "en",
) -> ChecklistView:
    """Describe an article's checklist; `anchors` says which element of the page holds an item's sentence.

    `language` is the site's, for articles in a language that no pack is for.
    """
    checklist = site.checklists[article.path]
    path = site.path(article)
    titles = {article.title, checklist.title}
    return ChecklistView(
        key=article.id or article.slug,
        heading=checklist.heading or ("" if checklist.title == article.title else checklist.title),
        article_title=article.title,
        article_url=site.address(path),
        authors=", ".join(site.authors[author_id].name for author_id in article.authors),
        url=site.address(f"{path}/checklist"),
        absolute_url=site.absolute(f"{path}/checklist"),
        json_url=f"{path}/checklist.json",
        oembed_url=f"{path}/checklist.oembed.json",
        language=checklist.language or language,
        words=words_for(checklist.language, language),
        script_words=script_words(checklist.language, language),
        groups=tuple(
            GroupView(heading, tuple(_describe_item(item, anchors) for item in items))
            for heading, items in _grouped(checklist.items, titles)
        ),
        placed=placed,
    )


def _describe_item(item: Item, anchors: Mapping[str, str]) -> ItemView:
    return ItemView(item.id, item.text, item.detail, anchors.get(item.id, ""), " ".join(item.aliases))


def _grouped(items: Sequence[Item], titles: Container[str]) -> list[tuple[str, tuple[Item, ...]]]:
    """Group items by heading where several headings have tips, unless the author's order forbids it."""
    runs = [(section, tuple(run)) for section, run in groupby(items, key=lambda item: item.section)]
    names = [section for section, _ in runs]
    several = sum(len(run) >= _LEAST_OF_GROUP for _, run in runs) > 1
    if not several or len(set(names)) < len(names):
        return [("", tuple(items))]
    return [("" if section in titles else section, run) for section, run in runs]
