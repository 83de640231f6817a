"""The site's feeds, as files: written when MkDocs copies files."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from byline.adapter.build import Build
from byline.adapter.comment_feeds import comment_feeds
from byline.adapter.feed_texts import Feeds
from byline.adapter.text_files import TextFile, add_file, text_file
from byline.feeds import FORMATS, Document
from byline.problems import Problem, shown_path
from byline.settings import alias_places

OPML = "feeds.opml"


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

    @property
    def entries(self) -> Collection[str]:  # type: ignore[override]
        """Return the articles that it shows, by their paths."""
        return [article.path for article in self.document.articles]

    def key(self) -> str:
        """Return the digest of all that the document is made of."""
        return self.feeds.key(self.document, self.name) if self._text is None else super().key()

    def gather(self) -> None:
        """Have the entries at hand that it shows."""
        self.feeds.gather(self.document)

    def copy_file(self, dirty: bool = False) -> None:
        """Put the document in its place."""
        super().copy_file(dirty)
        self.waiting.discard(self.src_uri)
        if not self.waiting:
            self.folder.finish_later(self.feeds.release)


def add_feeds(files: Files, config: MkDocsConfig, build: Build, feeds: Feeds) -> list[Problem]:
    """Add the files of all feeds. None takes the place of a file that is there: that is a problem."""
    feeds.plan()
    waiting: set[str] = set()
    wanted: list[TextFile] = [text_file(config, build.folder, OPML, feeds.opml())]
    for document in feeds.documents:
        for name, _, _ in FORMATS:
            wanted += _files(feeds, document, name, config, waiting)
    for place, text in comment_feeds(build, style=feeds.style):
        wanted.append(text_file(config, build.folder, place, text))
    problems = _taken(wanted, files, config, build)
    for file in () if problems else wanted:
        add_file(files, file)
    return problems


def _files(
    feeds: Feeds, document: Document, name: str, config: MkDocsConfig, waiting: set[str]
) -> Iterator[TextFile]:
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
