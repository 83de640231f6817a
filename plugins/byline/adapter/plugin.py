"""The MkDocs plugin: each event a few lines, the work in the rooms below."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from byline.adapter.accent import ACCENT, accent_style
from byline.adapter.build import Build, start_build
from byline.adapter.checklist_files import checklist_texts
from byline.adapter.context import page_context
from byline.adapter.files import add_files, add_texts
from byline.adapter.pages import ArticlePage
from byline.adapter.publication import Publication, begin_publication
from byline.adapter.theme import add_theme
from byline.cache import Cache, open_cache
from byline.documents import unreadable
from byline.feeds import FORMATS, site_feed
from byline.problems import ContentError

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")


class BylinePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Turns a folder of articles into a thought-leadership site."""

    build: Build
    cache: Cache = Cache()
    publication: Publication | None = None
    in_place = False
    preview = False

    def load_config(
        self, options: Mapping[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options; they are checked together with the content, so that all problems show at once."""
        self._options = dict(options)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview, which shows drafts, and whether the site is replaced whole."""
        self.preview = command == "serve"
        self.in_place = self.preview or dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything before MkDocs touches the site folder, stage the site, bring in the theme."""
        try:
            self.cache = self._open_cache(config)
            self.build = start_build(self._options, config, self.cache, preview=self.preview)
            self.publication = None if self.in_place else begin_publication(config, log)
            if self.publication and self.publication.waited:
                self.build = start_build(self._options, config, self.cache, preview=self.preview)
        except ContentError as error:
            raise Abort("\n".join(str(problem) for problem in error.problems)) from error
        except OSError as error:
            raise Abort(str(unreadable(Path(str(error.filename or config.docs_dir)), error))) from error
        for warning in self.build.site.warnings:
            log.warning("%s", warning)
        add_theme(config, self.build.site.settings)
        return config

    def _open_cache(self, config: MkDocsConfig) -> Cache:
        """Open what earlier builds of this site worked out, unless `cache: false` says not to."""
        if self._options.get("cache") is False or not config.config_file_path:
            return Cache()
        return open_cache(Path(config.config_file_path).parent / ".cache" / "byline")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the articles, their images and every listing."""
        add_files(files, config, self.build.site)
        return files

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
        feed = site_feed(
            build.site,
            build.rendered,
            boxes=build.feed_boxes,
            title=config.site_name,
            description=config.site_description or "",
            language=build.language,
        )
        feeds = ((name, write(feed, address=build.site.url + name)) for name, _, write in FORMATS)
        add_texts(files, config, (*feeds, *checklist_texts(build, provider=config.site_name)))
        if not files.get_file_from_path(ACCENT):
            add_texts(files, config, [(ACCENT, accent_style(config))])
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object
    ) -> TemplateContext:
        """Give the page's template what it prints."""
        context.update(page_context(self.build, page, config))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give templates that are no pages, such as 404.html, the site."""
        context.update({"byline": self.build.view})  # type: ignore[misc]
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the site, after all other plugins wrote their part of it."""
        if self.publication:
            self.publication.end()
            self.publication = None
        self.cache.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was."""
        if self.publication:
            self.publication.give_up()
            self.publication = None
        self.cache.close()
