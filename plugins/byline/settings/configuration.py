"""Reading a site's mkdocs.yml as MkDocs does: environment variables, parents, tags of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from byline.documents import read_text
from byline.problems import ContentError, Problem

DEEPEST_FAMILY = 8
"""How many files may inherit from one another."""


def read_configuration(mkdocs_yml: Path, *, depth: int = 0) -> tuple[str, dict[str, Any]]:
    """Return the text of a configuration and its values, those of its parents (`INHERIT`) among them.

    Where `mkdocs.yml` is missing, `mkdocs.yaml` will do. Raises `ContentError`.
    """
    other = mkdocs_yml.with_suffix(".yaml")
    file = other if not mkdocs_yml.is_file() and other.is_file() else mkdocs_yml
    if not file.is_file():
        mend = "go to the folder of your site, or make one with `byline new my-site`"
        raise ContentError([Problem(file, 1, "there is no such file", mend)])
    text = read_text(file)
    try:
        config = yaml.load(text, _Loader)  # noqa: S506 - derived from SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        wrong = f"this YAML cannot be read ({getattr(error, 'problem', None) or error})"
        raise ContentError([Problem(file, mark.line + 1 if mark else 1, wrong, "mend it")]) from error
    except (ValueError, RecursionError) as error:
        wrong = f"this YAML cannot be read ({error})"
        raise ContentError(
            [Problem(file, 1, wrong, "put texts that look like dates or numbers in quotes")]
        ) from error
    if not isinstance(config, dict):
        raise ContentError([Problem(file, 1, "this is no configuration of MkDocs", "write `site_name: …`")])
    parent = config.pop("INHERIT", None)
    if parent and depth < DEEPEST_FAMILY:
        _, inherited = read_configuration(file.parent / str(parent), depth=depth + 1)
        config = _merged(inherited, config)
    return text, config


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one mapping over another, mappings within likewise."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = (
            _merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
        )
    return merged


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; other tags that MkDocs allows (`!!python/name:…`, `!relative`) read as nothing."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
