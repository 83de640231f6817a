"""The site's feeds, as files: planned once all articles are rendered, written when MkDocs copies files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.build import Build
from byline.adapter.comment_feeds import comment_feeds
from byline.adapter.feed_pieces import Pieces
from byline.adapter.text_files import TextFile, mkdocs_log, text_file
from byline.articles import Article
from byline.cache import digest, software
from byline.feeds import (
    FORMATS,
    Document,
    Entry,
    Feed,
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
        self.folder = build.folder
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
        return self.data(document, name).decode()

    def data(self, document: Document, name: str) -> bytes:
        """Return it as it stands in its file."""
        written = self._pieces.of(self._articles(document))
        feed = self._feed(document, name, [one.entry for one in written])
        return put_together(feed, [one.piece for one in written], name, **self._addresses(document, name))

    def key(self, document: Document, name: str) -> str:
        """Return the digest of all that a document in the format of a file name is made of."""
        head = self._feed(document, name, [])
        entries = self._pieces.keys(self._articles(document))
        return digest(software(), name, head, self._addresses(document, name), entries)

    def _articles(self, document: Document) -> list[Article]:
        """Return the articles of a document as they are now."""
        site = self._build.site
        return [site.articles[site.positions[article.path]] for article in document.articles]

    def _feed(self, document: Document, name: str, entries: Sequence[Entry]) -> Feed:
        return feed_of(self._build.site, document, entries, name, language=self._build.language)

    def _addresses(self, document: Document, name: str) -> dict[str, str]:
        site = self._build.site
        return {"address": address_of(site, document.place(name)), "style": f"{site.url}{STYLE}"}

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


class FeedFile(TextFile):
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
            return self.feeds.data(self.document, self.name)
        return self._text

    @_content.setter
    def _content(self, value: bytes | str | None) -> None:
        self._text = value

    def copy_file(self, dirty: bool = False) -> None:
        """Put the document in its place."""
        mkdocs_log.debug("Copying media file: '%s'", self.src_uri)
        if self._text is not None:
            self.folder.write(self.abs_dest_path, self.content_bytes)
        else:
            key = self.feeds.key(self.document, self.name)
            if not self.folder.place(key, self.abs_dest_path):
                self.folder.write_anew(self.abs_dest_path, self.content_bytes, key)
        self.waiting.discard(self.src_uri)
        if not self.waiting:
            self.feeds.release()


def add_feeds(files: Files, config: MkDocsConfig, build: Build) -> tuple[Feeds, list[Problem]]:
    """Add the files of all feeds. None takes the place of a file that is there: that is a problem."""
    feeds = Feeds(build, config)
    feeds.plan()
    waiting: set[str] = set()
    wanted: list[File] = [text_file(config, build.folder, OPML, feeds.opml())]
    for document in feeds.documents:
        for name, _, _ in FORMATS:
            wanted += _files(feeds, document, name, config, waiting)
    for place, text in comment_feeds(build, style=f"{build.site.url}{STYLE}"):
        wanted.append(File.generated(config, place, content=text))
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
        file.folder, file.generated_by = feeds.folder, "byline"
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
