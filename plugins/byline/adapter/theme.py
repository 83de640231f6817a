"""Byline's templates, styles and scripts, between a site's own overrides and Material."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from byline.settings import Settings

FOLDER = Path(__file__).parent.parent / "theme"
MATERIALS_FONTS = {"text": "Roboto", "code": "Roboto Mono"}
"""What Material loads from elsewhere unless it is told not to."""
STYLES = (
    "assets/byline/byline.css",
    "assets/byline/checklist.css",
    "assets/byline/comments.css",
    "assets/byline/conversation.css",
)
MODULES = ("assets/byline/checklist.js", "assets/byline/playbook.js", "assets/byline/comments.js")


def add_theme(config: MkDocsConfig, settings: Settings) -> None:
    """Make Byline's theme part of the site's, and its source files part of what a preview watches.

    A site's own stylesheets come last, so that they win. The look `paper` has its own fonts: Material then
    loads none, unless the site names some.
    """
    directory = str(FOLDER)
    if directory not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, directory)
    if settings.look == "paper" and config.theme.get("font") == MATERIALS_FONTS:
        config.theme["font"] = False
    looks = [f"assets/byline/{settings.look}.css"] if settings.look != "material" else []
    config.extra_css[:0] = [style for style in (*looks, *STYLES) if style not in config.extra_css]
    known = {str(script) for script in config.extra_javascript}
    for module in MODULES:
        if module not in known:
            script = ExtraScriptValue(module)
            script.type = "module"
            config.extra_javascript.append(script)
    config.theme.get_env = lambda: _environment(config)  # type: ignore[method-assign]
    for source in (settings.posts_dir, settings.authors_file):
        if source.exists() and str(source) not in config.watch:
            config.watch.append(str(source))


class _Templates(FileSystemLoader):
    """Lists the files that MkDocs copies: none in a hidden folder. Material keeps 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        """Return the names of all files that stand in no hidden folder."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, below, files in os.walk(top, followlinks=self.followlinks):
                below[:] = [name for name in below if not name.startswith(".")]
                inner = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(files if inner == "." else (f"{inner}/{name}" for name in files))
        return sorted(found)


def _environment(config: MkDocsConfig) -> Environment:
    """Return the theme's environment as MkDocs makes it, quicker to list."""
    environment = type(config.theme).get_env(config.theme)
    if isinstance(environment.loader, FileSystemLoader):
        environment.loader = _Templates(environment.loader.searchpath)
    return environment
