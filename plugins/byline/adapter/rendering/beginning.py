"""How the pages of a site may be printed, which depends on the plugins beside Byline."""

from __future__ import annotations

import logging
import sysconfig
from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs import __version__
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation

from byline.adapter.rendering.chrome import Chrome
from byline.adapter.rendering.environment import PageTemplate
from byline.adapter.rendering.facts import Facts
from byline.adapter.rendering.keeping import Keeping
from byline.adapter.rendering.lookups import look_up_quickly
from byline.adapter.rendering.printing import Printer
from byline.adapter.rendering.readings import Readings
from byline.adapter.rendering.rendering import Rendering
from byline.adapter.rendering.theme_files import templates
from byline.adapter.rendering.translated import Translated
from byline.adapter.rendering.waiting import Waiting
from byline.adapter.site_folder import SiteFolder
from byline.adapter.theme import FOLDER
from byline.cache import Cache, UndigestibleError, digest, open_private_cache, software

log: logging.LoggerAdapter[logging.Logger] = get_plugin_logger("byline")

KNOWN = ("byline.", "mkdocs.contrib.", "material.plugins.search.", "material.plugins.tags.")
"""Where plugins come from that change nothing of the environment or the configuration unseen."""


def begin_rendering(
    env: Environment, config: MkDocsConfig, nav: Navigation, folder: SiteFolder, *, at_once: bool
) -> Rendering:
    """Let all templates of an environment print through a `Rendering`."""
    facts, chrome, cache = Facts(), Chrome(env, config, nav), folder.cache
    restless = strangers(config, "page_context")
    changed = [*strangers(config, "env"), *strangers(config, "pre_template")]
    base, theme = None, ""
    if cache.folder and not changed:
        theme = _theme(config)
        base = _base(facts, config, nav, theme) if theme else None
    elif cache.folder:
        log.info("pages are printed anew at each build: %s may change how", ", ".join(changed))
    kept = cache if base else Cache()
    keeping = Keeping(kept, folder, facts, nav, base)
    rendering = Rendering(
        config,
        nav,
        chrome,
        facts,
        keeping,
        Waiting(Printer(config, chrome, kept), keeping),
        at_once=at_once or bool(config.plugins.events["post_page"]),
        restless=bool(restless),
    )
    private = open_private_cache("templates") if base else Cache()
    rendering.translated = translated = Translated(chrome.trees, private)
    chrome.readings = Readings(chrome.trees, private, theme)
    members = {"chrome": chrome, "translated": translated, "take": staticmethod(rendering.take)}
    env.template_class = type("PageTemplate", (PageTemplate,), members)
    env.bytecode_cache = translated
    env.auto_reload = False
    look_up_quickly(env)
    return rendering


def _theme(config: MkDocsConfig) -> str:
    """Return a digest of all templates; nothing where that cannot be told."""
    try:
        return digest(
            config.theme.dirs, templates(config.theme.dirs, (sysconfig.get_paths()["purelib"], str(FOLDER)))
        )
    except (UndigestibleError, OSError) as error:
        log.info("pages are printed anew at each build: a template cannot be read: %s", error)
        return ""


def _base(facts: Facts, config: MkDocsConfig, nav: Navigation, theme: str) -> str | None:
    try:
        return facts.digest(software(), __version__, theme, facts.config(config), facts.nav(nav))
    except UndigestibleError as error:
        log.info("pages are printed anew at each build: the configuration holds %s", error)
        return None


def strangers(config: MkDocsConfig, event: str, known: tuple[str, ...] = KNOWN) -> list[str]:
    """Return where others come from that take part in an event."""
    return [name for name in map(_module, config.plugins.events[event]) if not name.startswith(known)]


def _module(method: Any) -> str:
    method = method.func if isinstance(method, partial) else method
    owner = getattr(method, "__self__", None)
    return str(method.__module__ if owner is None else type(owner).__module__)
