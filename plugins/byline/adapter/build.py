"""One build: the site as checked before it, and what its pages rendered to on the way."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from byline.adapter.article_html import ArticleHtml, ArticleMaker
from byline.adapter.checklist_views import ChecklistViews
from byline.adapter.comment_templates import template_problems
from byline.adapter.conversion import Converter
from byline.adapter.drawings import Drawer
from byline.adapter.search import search_problems
from byline.adapter.site_folder import SiteFolder
from byline.articles import Article, RenderedArticle
from byline.cache import Cache, digest
from byline.feeds import FeedBox
from byline.pages import ChecklistView, SiteView, describe_checklist, describe_site, surroundings
from byline.problems import Problem
from byline.settings import Settings, parse_settings
from byline.site import Placement, Site, load_site, moment_of


@dataclass(slots=True)
class Build:
    """A build under way. The site is final from the start; rendered articles arrive as MkDocs reads pages.

    `sources` are digests of all that the HTML of articles was made of, their texts among it.
    """

    site: Site
    language: str
    cache: Cache
    converter: Converter
    maker: ArticleMaker
    rendered: dict[str, RenderedArticle] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    checklists: ChecklistViews = field(default_factory=ChecklistViews)
    folder: SiteFolder = field(init=False)
    _view: SiteView | None = None

    def __post_init__(self) -> None:
        self.folder = SiteFolder(self.cache)

    @property
    def view(self) -> SiteView:
        """Return the site as pages print it; asked for once all articles are rendered."""
        if self._view is None:
            self._view = describe_site(self.site, self.rendered, language=self.language)
        return self._view

    def go_on(self, site: Site) -> None:
        """Take a site in which an article says something else, before its page is made anew."""
        self.site, self.maker = site, ArticleMaker(site, self.language, self.cache)

    def see(self, view: SiteView) -> None:
        """Take a view of the site that says what a new text of an article changed."""
        self._view = view

    def add_rendered(self, path: str, html: str) -> str:
        """Keep what an article rendered to, and return its page's HTML, with the parts of its checklist.

        Excerpts, summaries and reading times come from the HTML without them.
        """
        article = self.site.articles[self.site.positions[path]]
        self.sources[path], made = self.maker.make(article, html)
        self.rendered[path] = RenderedArticle(article, made.html, made.excerpt, made.summary, made.minutes)
        if path in self.site.checklists:
            self._expect_checklist(article, made)
        return made.html

    def _expect_checklist(self, article: Article, made: ArticleHtml) -> None:
        describe = partial(describe_checklist, self.site, article, made.anchors)
        told = digest(made.told, surroundings(self.site, article), self.language)
        make = partial(describe, language=self.language, placed=made.placed)
        self.checklists.expect(article.path, make, told)

    def feed_box(self, path: str) -> FeedBox | None:
        """Return what feeds say of an article's checklist below its text, if it has any."""
        view = self.checklists.get(path)
        return _feed_box(view) if view else None


def _feed_box(view: ChecklistView) -> FeedBox:
    return FeedBox(
        title=view.heading or view.words["checklist"],
        items=tuple(item.text for group in view.rest for item in group.items),
        link=view.words["own_page"],
        url=view.absolute_url,
    )


def start_build(options: Mapping[str, Any], config: MkDocsConfig, cache: Cache, *, preview: bool) -> Build:
    """Check all that a build needs, before MkDocs writes or removes anything. Raises `ContentError`."""
    file = Path(config.config_file_path or "mkdocs.yml")
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    settings, problems = parse_settings(options, file, text)
    settings = replace(settings, docs_dir=Path(config.docs_dir))
    if config.theme.name != "material":
        mend = "set `theme: {name: material}`, which Byline's pages are built on"
        problems.append(Problem(file, 1, f"the theme is `{config.theme.name}`", mend))
    problems += search_problems(settings, config)
    problems += template_problems(settings, config)
    drawer = Drawer(cache)
    drawer.begin(settings.posts_dir)
    site = load_site(settings, _placement(settings, config, preview=preview), problems, drawer)
    language = str(config.theme.get("language") or "en")
    maker = ArticleMaker(site, language, cache)
    return Build(site, language, cache, Converter(cache), maker)


def _placement(settings: Settings, config: MkDocsConfig, *, preview: bool) -> Placement:
    docs, posts = Path(config.docs_dir).resolve(), settings.posts_dir.resolve()
    return Placement(
        url=config.site_url or "",
        now=moment_of(os.environ, settings),
        drafts=preview,
        directory_urls=config.use_directory_urls,
        sources=posts.relative_to(docs).as_posix() if posts.is_relative_to(docs) else "posts",
        pages=_pages(config, settings),
        target=None if preview else Path(config.site_dir),
    )


def _pages(config: MkDocsConfig, settings: Settings) -> dict[str, Path]:
    """Return the site's other pages, by the file each is written to."""
    posts = settings.posts_dir.resolve()
    sources = {
        file.dest_uri: Path(file.abs_src_path or "") for file in get_files(config).documentation_pages()
    }
    return {place: file for place, file in sources.items() if not file.resolve().is_relative_to(posts)}
