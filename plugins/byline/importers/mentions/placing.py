"""From what sources gave to the files of mentions beside the articles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from byline.articles import Article
from byline.importers.discussions.archives import COMMENTS, MENTIONS, Archive, archive_file, open_archive
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.found import Source
from byline.importers.discussions.matching import Posts
from byline.importers.discussions.writing import Change
from byline.importers.mentions.gathering import Gathered
from byline.problems import ContentError, Problem
from byline.settings import Settings


@dataclass(slots=True)
class Counted:
    """What became of one source's mentions; `unmatched` are the addresses that no article has."""

    gathered: Gathered
    new: int = 0
    present: int = 0
    pruned: int = 0
    unmatched: list[str] = field(default_factory=list)


def place_mentions(
    gathered: Iterable[Gathered], articles: Sequence[Article], settings: Settings, *, prune: bool = False
) -> tuple[list[Change], list[Counted]]:
    """Decide what is written. What is there stays, but for `prune`: then what is gone at its origin goes.

    Raises `ContentError` with all archives that cannot be read.
    """
    files: dict[str, _File] = {}
    problems: list[Problem] = []
    for article in articles:
        try:
            files[article.path] = _File.of(article)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    pages = _Pages(articles, settings)
    counted = [_place(one, files, pages) for one in gathered]
    if prune:
        for count in counted:
            _prune(count, files)
    return [change for file in files.values() if (change := file.change())], counted


class _Pages:
    """The articles by their addresses on the site."""

    def __init__(self, articles: Sequence[Article], settings: Settings) -> None:
        root = urlsplit(settings.site_url).path.strip("/")
        self._paths = {
            f"{root}/{settings.articles_path}/{article.slug}".strip("/").casefold(): article
            for article in articles
        }
        self._posts = Posts(articles)

    def find(self, target: str) -> Article | None:
        """Return the article at an address; an old one will do if its last word still names one."""
        try:
            path = unquote(urlsplit(target).path).strip("/").removesuffix("index.html").strip("/").casefold()
        except ValueError:
            return None
        return self._paths.get(path) or (self._posts.find(Source(url=target)) if path else None)


@dataclass(slots=True)
class _File:
    archive: Archive
    taken: set[str]
    new: list[Entry] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, article: Article) -> "_File":
        archive = open_archive(archive_file(article.file, MENTIONS))
        comments = open_archive(archive_file(article.file, COMMENTS))
        ids = {record.texts.get("id", "") for one in (archive, comments) for record in one.all_records}
        return cls(archive, ids)

    def change(self) -> Change | None:
        """Return the new text of the file, if it is another one."""
        archive = self.archive
        if self.gone:
            archive = archive.without(frozenset(self.gone))
        text = archive.added(self.new)
        return (
            Change(self.archive.file, self.archive.text, text) if text != (self.archive.text or "") else None
        )


def _place(gathered: Gathered, files: dict[str, _File], pages: _Pages) -> Counted:
    count = Counted(gathered)
    for mention in sorted(gathered.mentions, key=lambda one: (str(one.entry.date or "9"), one.entry.id)):
        article = gathered.article or pages.find(mention.target)
        if article is None:
            count.unmatched.append(mention.target)
        elif mention.entry.id in files[article.path].taken:
            count.present += 1
        else:
            files[article.path].taken.add(mention.entry.id)
            files[article.path].new.append(mention.entry)
            count.new += 1
    return count


def _prune(count: Counted, files: dict[str, _File]) -> None:
    """Take out what this source once gave and does not give any more."""
    article, whole = count.gathered.article, count.gathered.whole
    given = {mention.entry.id for mention in count.gathered.mentions}
    for file in [files[article.path]] if article else files.values():
        for record in file.archive.records:
            name = record.texts.get("id", "")
            if name.startswith(whole) and whole and name not in given:
                file.gone.add(name)
                count.pruned += 1
