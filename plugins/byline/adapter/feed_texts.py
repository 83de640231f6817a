"""The texts of the site's feeds, and where they stand: planned once all articles are rendered."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig

from byline.adapter.build import Build
from byline.adapter.feed_pieces import Pieces
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
from byline.settings import alias_file, alias_places

STYLE = "assets/byline/feed.css"


class Feeds:
    """All feeds of one build."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        self._build, self._config = build, config
        self.folder = build.folder
        self.style = f"{build.site.url}{STYLE}"
        self._pieces = Pieces(build)
        self._channels = tuple(
            channels(build.site, title=config.site_name, description=config.site_description or "")
        )
        self.documents: tuple[Document, ...] = ()

    def begin(self) -> None:
        """Let other processes begin with the entries that the documents need."""
        self._pieces.begin(self._needed())

    def plan(self) -> None:
        """Decide which documents there are; all their entries are made at once."""
        settings = self._build.site.settings
        self._pieces.prepare(self._needed())
        self.documents = tuple(
            document
            for channel in self._channels
            for document in documents(channel, settings, self._pieces.weight)
        )

    def _needed(self) -> Iterable[Article]:
        settings = self._build.site.settings
        shown = (shown_articles(channel, settings) for channel in self._channels)
        return {article.path: article for articles in shown for article in articles}.values()

    def text(self, document: Document, name: str) -> str:
        """Write a document in the format of a file name."""
        return self.data(document, name).decode()

    def data(self, document: Document, name: str) -> bytes:
        """Return it as it stands in its file."""
        written = self._pieces.of(self._articles(document))
        feed = self._feed(document, name, [one.entry for one in written])
        return put_together(feed, [one.piece for one in written], name, **self._addresses(document, name))

    def gather(self, document: Document) -> None:
        """Have the entries of a document at hand: processes forked from this one can write it then."""
        self._pieces.of(self._articles(document))

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
        return {"address": address_of(site, document.place(name)), "style": self.style}

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
