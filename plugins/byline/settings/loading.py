"""Reading the plugin's options, by MkDocs or from a site's mkdocs.yml."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from byline.documents import KeyPath
from byline.problems import ContentError, Problem, did_you_mean
from byline.settings.configuration import read_configuration
from byline.settings.options import GROUPS, READERS
from byline.settings.reading import Report
from byline.settings.settings import OPTIONS, Settings, option_problem

DEEPEST = 8
"""So deep do options lie that a problem can point at."""


def load_settings(mkdocs_yml: Path) -> Settings:
    """Read the plugin's options from a site's mkdocs.yml. Raises `ContentError`."""
    text, config = read_configuration(mkdocs_yml)
    plugins = config.get("plugins") or []
    if not isinstance(plugins, (Mapping, list)):
        wrong = f"`plugins: {plugins}` is no list of plugins"
        raise ContentError([Problem(mkdocs_yml, 1, wrong, "write `- byline` below `plugins:`")])
    entries = dict(plugins.items() if isinstance(plugins, Mapping) else _entries(plugins))
    if "byline" not in entries:
        wrong = "the plugin `byline` is not among this site's `plugins:`"
        raise ContentError([Problem(mkdocs_yml, 1, wrong, "add `- byline` there")])
    settings, problems = parse_settings(entries["byline"] or {}, mkdocs_yml, text)
    if problems:
        raise ContentError(problems)
    root = mkdocs_yml.absolute().parent
    return replace(
        settings,
        site_url=str(config.get("site_url") or ""),
        docs_dir=root / str(config.get("docs_dir") or "docs"),
        site_dir=root / str(config.get("site_dir") or "site"),
    )


def parse_settings(options: Mapping[str, Any], file: Path, text: str) -> tuple[Settings, list[Problem]]:
    """Check the plugin's options, and read all paths from the folder of `file`.

    `text` is the text of mkdocs.yml, for the lines of what is wrong. An option that cannot be used keeps its
    default, so that the content can be checked all the same.
    """
    lines = option_lines(text)
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    if not isinstance(options, Mapping):
        mend = "write the options below `byline:`, indented"
        problems.append(option_problem(file, lines, f"`byline: {options}` holds no options", mend))
        options = {}
    empty = ""
    for name, value in options.items():
        if name in OPTIONS:
            empty = str(name) if value is None else ""
        if name == "enabled":  # MkDocs' own, of every plugin
            continue
        if name not in OPTIONS:
            mend = did_you_mean(str(name), OPTIONS) + "the options are " + ", ".join(OPTIONS)
            if empty:
                mend = f"if it belongs to `{empty}`, which is empty, indent it below `{empty}:`"
            problems.append(option_problem(file, lines, f"unknown option `{name}`", mend, str(name)))
        elif value is not None:
            read, mend = READERS[name]
            try:
                values[name] = read(value)
            except (ValueError, TypeError, KeyError, OSError):
                problems.append(
                    option_problem(file, lines, f"`{name}: {value}` cannot be used", mend, str(name))
                )
    problems += _grouped(values, partial(option_problem, file, lines))
    problems += _shared_addresses(values, file, lines)
    root = file.absolute().parent
    settings = Settings(**values, file=file, lines=lines)
    posts = Path(os.path.normpath(root / settings.posts_dir))
    authors_file = _authors_file(root, posts, values.get("authors_file"))
    return replace(settings, posts_dir=posts, authors_file=authors_file), problems


def _grouped(values: dict[str, Any], report: Report) -> list[Problem]:
    """Read the options that have settings of their own; one that cannot be used is left out."""
    problems: list[Problem] = []
    for name, read in GROUPS.items():
        if name in values:
            try:
                values[name] = read(values[name], report)
            except ContentError as error:
                del values[name]
                problems += error.problems
    return problems


def _shared_addresses(
    values: Mapping[str, Any], file: Path, lines: Mapping[KeyPath, int]
) -> Iterator[Problem]:
    """Report two kinds of listings on one address."""
    settings = Settings(**values)
    taken: dict[str, str] = {}
    for name in (name for name in OPTIONS if name.endswith("_path")):
        path = getattr(settings, name)
        if (first := taken.setdefault(path.casefold(), name)) != name:
            wrong = f"`{name}: {path}` is the address of `{first}` as well"
            yield option_problem(file, lines, wrong, "give each an address of its own", name)


def option_lines(text: str) -> dict[KeyPath, int]:
    """Return the line of each of the plugin's options in the text of mkdocs.yml, by its path.

    What stands in a list has its place there in its path: `("comments", "0", "server")`.
    """
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    lines: dict[KeyPath, int] = {}
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "plugins":
            for item in value.value if isinstance(value, yaml.SequenceNode) else (value,):
                lines.update(_plugin_lines(item))
    return lines


def _plugin_lines(item: yaml.Node) -> Iterator[tuple[KeyPath, int]]:
    """Yield the lines of our plugin and its options, where an entry of `plugins:` is that."""
    if isinstance(item, yaml.ScalarNode) and item.value == "byline":
        yield (), item.start_mark.line + 1
    for name, options in item.value if isinstance(item, yaml.MappingNode) else ():
        if name.value == "byline":
            yield (), name.start_mark.line + 1
            yield from _lines_below(options, ())


def _lines_below(node: yaml.Node, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    """Yield the lines of all keys and of all that stands in lists, by their paths."""
    if len(path) < DEEPEST:
        for name, start, value in _children(node):
            yield (*path, name), start.start_mark.line + 1
            yield from _lines_below(value, (*path, name))


def _children(node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the name of each part, the node that it begins with, and its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key, value
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield str(index), item, item


def _entries(plugins: list[Any]) -> list[tuple[str, Any]]:
    return [
        pair for item in plugins for pair in (item.items() if isinstance(item, Mapping) else [(item, {})])
    ]


def _authors_file(root: Path, posts: Path, named: Path | None) -> Path:
    """Return the author file: the one named, else `authors.yml` or `.authors.yml` beside the posts."""
    if named:
        return root / named
    dotted = posts / ".authors.yml"
    return dotted if dotted.is_file() and not (posts / "authors.yml").is_file() else posts / "authors.yml"
