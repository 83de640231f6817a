"""The MkDocs plugin: each event a few lines, the work in the rooms below."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from byline.adapter.attempt import Attempt
from byline.adapter.build import Build, start_build
from byline.adapter.context import page_context, site_context
from byline.adapter.feed_texts import Feeds
from byline.adapter.files import add_files
from byline.adapter.own_files import add_own_files
from byline.adapter.page_loops import SiteFiles, build_less, read_less
from byline.adapter.pages import ArticlePage
from byline.adapter.rendering import Rendering, begin_rendering
from byline.adapter.search import Search, begin_search
from byline.adapter.standing import begin_standing
from byline.adapter.theme import add_theme

if TYPE_CHECKING:  # a server and its watchers take 0.04 s to import: only previews do so
    from mkdocs.livereload import LiveReloadServer

    from byline.adapter.preview import Preview

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


class BylinePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Turns a folder of articles into a thought-leadership site."""

    build: Build
    rendering: Rendering | None = None
    search: Search | None = None
    preview: Preview | None = None
    nav: Navigation
    dirty = False

    def __init__(self) -> None:
        self.attempt = Attempt()

    def load_config(
        self, options: Mapping[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options; they are checked together with the content, so that all problems show at once."""
        self._options = dict(options)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview, which shows drafts, and whether the site is replaced whole."""
        if command == "serve":
            from byline.adapter.preview import Preview

            self.preview = Preview()
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything before MkDocs touches the site folder, stage the site, bring in the theme."""
        if self.preview:
            self.preview.begin_build(config)
        preview = self.preview is not None
        in_place = preview or self.dirty
        self.build = self.attempt.begin(self._options, config, preview=preview, in_place=in_place)
        for warning in self.build.site.warnings:
            log.warning("%s", warning)
        add_theme(config, self.build.site.settings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the articles, their images and every listing."""
        if publication := self.attempt.publication:
            self.build.folder.know(publication.furnish())
        add_files(files, config, self.build.site)
        return SiteFiles(files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let the articles be converted together."""
        pages = [file.page for file in files.documentation_pages()]
        articles = [page for page in pages if isinstance(page, ArticlePage)]
        self.build.converter.expect(articles, self.build.maker)
        read_less(files, config)
        self.nav = nav
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Let a page be converted with what earlier builds know of it."""
        if isinstance(page, ArticlePage):
            page.converter = self.build.converter
        elif type(page).render is Page.render:
            page.render = partial(self.build.converter.render, page)  # type: ignore[method-assign]
        return page

    @event_priority(-50)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep what an article rendered to, once other plugins are done with it."""
        if isinstance(page, ArticlePage):
            html = self.build.add_rendered(page.article.path, html)
            page.describe(self.build.rendered[page.article.path].summary)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write the feeds and the open data, now that all articles are rendered."""
        build = self.build
        build.converter.close()
        feeds = Feeds(build, config)
        feeds.begin()
        pagefind = build.site.settings.search == "pagefind"
        self.rendering = begin_rendering(env, config, self.nav, build.folder, at_once=self.dirty)
        if standing := begin_standing(build, self.rendering, config):
            self.rendering.standing = standing.key
        self.search = begin_search(env, config, build.cache, pagefind=pagefind)
        if self.search:
            self.rendering.chrome.filters.accept("url")
        add_own_files(files, config, build, feeds)
        if publication := self.attempt.publication:
            publication.make_way(files)
        if standing:
            build_less(files, config, self.rendering, self.search)
        build.folder.wait()
        if self.preview:
            from byline.adapter.preview import Made

            begin = partial(start_build, self._options, config, preview=True)
            self.preview.keep(Made(config, files, self.nav, env, build, self.search, feeds, begin))
        return env

    def _fill_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Give the page's template what it prints, unless that may wait: it may be known at first sight."""
        if not self.rendering or not self.rendering.standing:
            context.update(page_context(self.build, page, config))  # type: ignore[typeddict-item]
        return context

    @event_priority(-100)
    def _expect_page(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Let the page be printed later, now that all plugins gave it what it prints."""
        if self.rendering:
            if self.rendering.standing and not self.rendering.stands(context, page):
                context.update(page_context(self.build, page, config))  # type: ignore[typeddict-item]
            self.rendering.expect(context, page)
        return context

    on_page_context = CombinedEvent(_fill_context, _expect_page)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give templates that are no pages, such as 404.html, the site."""
        context.update(site_context(self.build, config))  # type: ignore[typeddict-item]
        return context

    @event_priority(100)
    def _finish_pages(self, *, config: MkDocsConfig) -> None:
        """Print the pages that wait, and write all files, before other plugins look at the site."""
        if self.rendering:
            self.rendering.finish()
        self.build.folder.finish()

    @event_priority(-100)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Publish the site, after all other plugins wrote their part of it."""
        if self.search:
            self.search.publish(Path(config.site_dir))
        self.attempt.end()

    on_post_build = CombinedEvent(_finish_pages, _publish)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Bring a server that shows a save at once, and what is wrong with it."""
        if self.preview and not self.dirty:
            server = self.preview.serve(server)
        if config.theme.custom_dir:
            server.watch(config.theme.custom_dir)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was."""
        if self.rendering:
            self.rendering.give_up()
            self.build.folder.give_up()
        self.attempt.give_up()
