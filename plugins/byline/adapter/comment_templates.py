"""Whether a site has the templates that its comments name."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from byline.problems import Problem
from byline.settings import Settings


def template_problems(settings: Settings, config: MkDocsConfig) -> Iterator[Problem]:
    """Report a template of `provider: custom` that is in none of the theme's folders."""
    for key, values in _entries(settings.comments):
        name = values.get("template")
        if values.get("provider") != "custom" or not isinstance(name, str) or not name.endswith(".html"):
            continue
        if not any((Path(folder) / name).is_file() for folder in config.theme.dirs):
            own = f"{Path(config.theme.custom_dir).name}/" if config.theme.custom_dir else ""
            mend = f"write it to {own}{name}" if own else "set the theme's `custom_dir`, and write it there"
            yield settings.problem(f"comments: there is no template `{name}`", mend, *key, "template")


def _entries(
    values: Mapping[str, Any] | tuple[Mapping[str, Any], ...],
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Yield the settings of each provider, with the path of the options that they stand at."""
    if isinstance(values, Mapping):
        yield ("comments",), values
    else:
        for index, entry in enumerate(values):
            yield ("comments", str(index)), entry
