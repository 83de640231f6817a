"""The site's feeds, as files: planned once all articles are rendered, written when MkDocs copies files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.build import Build
from byline.adapter.feed_pieces import Pieces
from byline.articles import Article
from byline.feeds import (
    FORMATS,
    Document,
    address_of,
    channels,
    documents,
    feed_of,
    opml,
    put_together,
    shown_articles,
    subscriptions,
)
from byline.problems import Problem, shown_path
from byline.settings import alias_file, alias_places

OPML = "feeds.opml"
STYLE = "assets/byline/feed.css"


class Feeds:
    """All feeds of one build."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self._build, self._config = build, config
        self._pieces = Pieces(build)
        self._channels = tuple(
            channels(build.site, title=config.site_name, description=config.site_description or "")
        )
        self.documents: tuple[Document, ...] = ()

    def plan(self) -> None:
        """Decide which documents there are; all their entries are made at once."""
        settings = self._build.site.settings
        needed = {
            article.path: article
            for channel in self._channels
            for article in shown_articles(channel, settings)
        }
        self._pieces.prepare(needed.values())
        self.documents = tuple(
            document
            for channel in self._channels
            for document in documents(channel, settings, self._pieces.weight)
        )

    def text(self, document: Document, name: str) -> str:
        """Write a document in the format of a file name."""
        site = self._build.site
        articles = [site.articles[site.positions[article.path]] for article in document.articles]
        written = self._pieces.of(articles)
        feed = feed_of(site, document, [one.entry for one in written], name, language=self._build.language)
        address = address_of(site, document.place(name))
        style = f"{site.url}{STYLE}"
        return put_together(feed, [one.piece for one in written], name, address=address, style=style)

    def opml(self) -> str:
        """Write the list of all feeds."""
        return opml(self._config.site_name, subscriptions(self._build.site, self._channels))

    def places(self, document: Document, name: str) -> Iterator[str]:
        """Yield the files that a document is written to: its own, and the aliases that stand for it."""
        yield document.place(name)
        if document == self.documents[0]:
            for alias in self._build.site.settings.feeds.aliases:
                if alias_file(alias) == name:
                    yield from alias_places(alias)

    def texts_with(self, article: Article) -> Iterator[tuple[str, str]]:
        """Yield the place and the text of every document that shows an article."""
        for document in self.documents:
            if any(shown.path == article.path for shown in document.articles):
                for name, _, _ in FORMATS:
                    text = self.text(document, name)
                    yield from ((place, text) for place in self.places(document, name))

    def release(self) -> None:
        """Let go of what the files were written from."""
        self._pieces.release()


class FeedFile(File):
    """A document of a feed, written when it is asked for: all of them at once would fill the memory.

    The last one that is copied lets go of what they are written from.
    """

    feeds: Feeds
    document: Document
    name: str
    waiting: set[str]
    _text: bytes | str | None = None

    @property
    def _content(self) -> bytes | str:
        if self._text is None:
            return self.feeds.text(self.document, self.name).encode("utf-8")
        return self._text

    @_content.setter
    def _content(self, value: bytes | str | None) -> None:
        self._text = value

    def copy_file(self, dirty: bool = False) -> None:
        """Write the document to the site."""
        super().copy_file(dirty)
        self.waiting.discard(self.src_uri)
        if not self.waiting:
            self.feeds.release()


def add_feeds(files: Files, config: MkDocsConfig, build: Build) -> tuple[Feeds, list[Problem]]:
    """Add the files of all feeds. None takes the place of a file that is there: that is a problem."""
    feeds = Feeds(build, config)
    feeds.plan()
    waiting: set[str] = set()
    wanted: list[File] = [File.generated(config, OPML, content=feeds.opml())]
    for document in feeds.documents:
        for name, _, _ in FORMATS:
            wanted += _files(feeds, document, name, config, waiting)
    problems = _taken(wanted, files, config, build)
    for file in () if problems else wanted:
        files.append(file)
    return feeds, problems


def _files(
    feeds: Feeds, document: Document, name: str, config: MkDocsConfig, waiting: set[str]
) -> Iterator[File]:
    for place in feeds.places(document, name):
        file = FeedFile(place, None, config.site_dir, config.use_directory_urls)
        file.feeds, file.document, file.name, file.waiting = feeds, document, name, waiting
        file.generated_by = "byline"
        waiting.add(place)
        yield file


def _taken(wanted: Iterable[File], files: Files, config: MkDocsConfig, build: Build) -> list[Problem]:
    """Report feeds in the places of files, and aliases in the places of feeds."""
    settings = build.site.settings
    aliases = {place: alias for alias in settings.feeds.aliases for place in alias_places(alias)}
    taken: dict[str, File | None] = dict.fromkeys(
        ["sitemap.xml", "sitemap.xml.gz", *config.theme.static_templates]
    )
    taken |= {file.dest_uri: file for file in files}
    problems: list[Problem] = []
    seen: set[str] = set()
    for file in wanted:
        place = file.dest_uri
        other = taken.get(place)
        if place in taken or place in seen:
            if place in aliases:
                by = (
                    shown_path(Path(other.abs_src_path))
                    if other and other.abs_src_path
                    else "the build itself"
                )
                wrong = f"feeds: the alias `{aliases[place]}` is the place of a file that {by} brings"
                problems.append(settings.problem(wrong, "choose another alias", "feeds", "aliases"))
            else:
                source = Path((other and other.abs_src_path) or place)
                wrong = f"the build writes `{place}` itself"
                problems.append(Problem(source, 1, wrong, "move this file elsewhere"))
        seen.add(place)
    return list(dict.fromkeys(problems))
