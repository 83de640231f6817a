"""The site's accent for pages without Material's own styles."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

ACCENT = "assets/byline/accent.css"
"""Where it stands; a site that brings a file of its own there has that instead."""


def accent_style(config: MkDocsConfig) -> str:
    """Return a style sheet that names the colour of the site's palette, as Material's styles have it.

    It is empty where the palette names none, or one that only the site's own styles know (`custom`).
    """
    palette = config.theme.get("palette") or {}
    first = palette[0] if isinstance(palette, list) else palette
    name = str(first.get("primary", "")).replace(" ", "-") if isinstance(first, dict) else ""
    colours = re.compile(
        rf"\[data-md-color-primary={re.escape(name)}\]\{{[^}}]*?--md-primary-fg-color:(#[0-9a-f]{{3,8}})\b"
    )
    for directory in config.theme.dirs:
        for file in sorted(Path(directory, "assets", "stylesheets").glob("palette.*.css")):
            if found := colours.search(file.read_text(encoding="utf-8")):
                return f":root{{--md-typeset-a-color:{found[1]}}}\n"
    return ""
