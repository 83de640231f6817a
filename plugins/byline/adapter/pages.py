"""Byline's pages as MkDocs pages. Titles and descriptions reach MkDocs escaped: Material prints them raw."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from html import escape
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from byline.adapter.conversion import Converter
from byline.addresses import page_file
from byline.articles import Article
from byline.checklists import shield_box_marks, without_marks
from byline.pages import Listing, Overview
from byline.problems import Problem

MATERIALS_OWN = frozenset({"hide", "icon", "search", "status", "template"})
"""Front matter that is for Material and its plugins; what it prints from there is not text."""

_PLAIN_PATH = re.compile(r"(?:[\w%~-][\w%.~-]*/)+", re.ASCII)
"""An address of folders alone, of which nothing is taken for more than their names."""

TAGS_PLUGINS = {"tags", "material/tags"}


class BylinePage(Page):
    """A page that Byline brings."""

    def _set_canonical_url(self, base: str | None) -> None:
        """Do as MkDocs does, which takes the site's address to pieces for each page."""
        path = _path_of(base) if base and _PLAIN_PATH.fullmatch(self.url) else None
        if base is None or path is None:
            super()._set_canonical_url(base)
        else:
            self.canonical_url = base.removesuffix("/") + "/" + self.url
            self.abs_url = path + self.url

    def rename(self, title: str | None) -> None:
        """Take the title that the site's navigation gives this page, if any."""
        if title is not None:
            self.title = title


class ArticlePage(BylinePage):
    """An article: its Markdown is the body of the post, its conversion MkDocs' own.

    `said` is what was said of it, as HTML that the search looks into, too.
    """

    converter: Converter | None = None
    said: str = ""

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(article.title), file, config)
        self.article = article

    @cached_property
    def source(self) -> str:
        """Return the article's Markdown without its author's marks."""
        return shield_box_marks(without_marks(self.article.body))

    def read_source(self, config: MkDocsConfig) -> None:
        """Take over the article as it was checked, and read no file again."""
        self.markdown = self.source
        changed = self.article.updated or self.article.date
        if changed:
            self.update_date = changed.date().isoformat()
        kept = {name: value for name, value in self.article.meta.items() if name in MATERIALS_OWN}
        hide = kept.get("hide")
        self.meta = {
            "template": "byline/article.html",
            **kept,
            "title": escape(self.article.title),
            "hide": ["navigation", *(hide if isinstance(hide, list) else ())],
        }
        if TAGS_PLUGINS & config.plugins.keys():
            self.meta["tags"] = [escape(tag) for tag in self.article.tags]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the article. What no extension can convert is the article's problem, said with its file."""
        try:
            if self.converter:
                self.converter.render(self, config, files)
            else:
                super().render(config, files)
        except MkDocsException:
            raise
        except Exception as error:
            wrong = f"this article cannot be converted ({type(error).__name__}: {error})"
            mend = "look for deep nesting and unclosed HTML, and take pieces out until it can"
            raise Abort(str(Problem(self.article.file, self.article.body_line, wrong, mend))) from error
        self.toc = _outline(self.meta["title"], self.toc)

    def describe(self, summary: str) -> None:
        """Set the description that search engines and link previews show."""
        self.meta["description"] = escape(summary)


class GeneratedPage(BylinePage):
    """A page without Markdown of its own: all its content comes from its template."""

    def __init__(self, title: str, template: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(title), file, config)
        self._heading, self._template = escape(title), template

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the template needs to be chosen; listings stay out of the search."""
        self.markdown = ""
        self.meta = {
            "title": self._heading,
            "template": self._template,
            "hide": ["navigation", "toc"],
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty."""
        self.content = ""
        self.toc = _outline(self._heading)


class ListingPage(GeneratedPage):
    """One page of a listing."""

    def __init__(self, listing: Listing, file: File, config: MkDocsConfig) -> None:
        template = "byline/author.html" if listing.author else "byline/listing.html"
        super().__init__(listing.full_title, template, file, config)
        self.listing = listing


class IntroPage(BylinePage):
    """A page of docs/ that stands above the list of articles, as Material's blog has it."""

    def __init__(self, listing: Listing, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.listing = listing

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page, and have it printed with the list."""
        super().read_source(config)
        self.meta = {"template": "byline/listing.html", "hide": ["navigation", "toc"], **self.meta}


class OverviewPage(GeneratedPage):
    """A page that names all listings of one kind."""

    def __init__(self, overview: Overview, file: File, config: MkDocsConfig) -> None:
        super().__init__(overview.title, "byline/overview.html", file, config)
        self.overview = overview


def generated_file(config: MkDocsConfig, source: str, path: str, *, listed: bool = False) -> File:
    """Make the file of a generated page; only `listed` ones stand in a navigation that nobody wrote."""
    level = InclusionLevel.INCLUDED if listed and "/page/" not in path else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source, content="", inclusion=level)
    file.dest_uri = page_file(path)
    return file


@cache
def _path_of(base: str) -> str | None:
    """Return the path of a site's address; None where other addresses are not just put behind that."""
    site = base if base.endswith("/") else f"{base}/"
    is_plain = "?" not in site and "#" not in site and urljoin(site, "a/b/") == f"{site}a/b/"
    return urlsplit(site).path if is_plain else None


def _outline(title: str, below: Iterable[AnchorLink] = ()) -> TableOfContents:
    """Put the page's title above its outline: Material's link that skips the navigation leads there."""
    top = AnchorLink(title, "byline-content", 1)
    top.children = list(below)
    return TableOfContents([top])
