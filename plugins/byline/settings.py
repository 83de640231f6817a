"""The plugin's options in mkdocs.yml: read once, checked, frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from byline.addresses import is_path
from byline.documents import KeyPath, read_text
from byline.problems import ContentError, Problem, did_you_mean

LOOKS = ("paper", "material")
DATE_FORMATS = ("full", "long", "medium", "short")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's owner may set below `plugins: - byline:`, with the defaults.

    Paths are absolute once loaded; addresses are relative to the site's root, without slashes at the ends.
    """

    posts_dir: Path = Path("posts")
    authors_file: Path = Path("posts/authors.yml")
    articles_path: str = "articles"
    authors_path: str = "authors"
    categories_path: str = "categories"
    tags_path: str = "tags"
    archive_path: str = "archive"
    pagination_per_page: int = 10
    words_per_minute: int = 265
    feed_length: int = 30
    date_format: str = "long"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    look: str = "paper"
    comments: Mapping[str, Any] = field(default_factory=dict)
    file: Path = Path("mkdocs.yml")
    lines: Mapping[KeyPath, int] = field(default_factory=dict, compare=False)

    def problem(self, wrong: str, mend: str, *key: str) -> Problem:
        """Return a problem that points at one of the plugin's options."""
        return _problem(self.file, self.lines, wrong, mend, *key)


OPTIONS = tuple(option.name for option in fields(Settings) if option.name not in {"file", "lines"})


def load_settings(mkdocs_yml: Path) -> Settings:
    """Read the plugin's options from a site's mkdocs.yml. Raises `ContentError`."""
    if not mkdocs_yml.is_file():
        mend = "go to the folder of your site, or make one with `byline new my-site`"
        raise ContentError([Problem(mkdocs_yml, 1, "there is no such file", mend)])
    text = read_text(mkdocs_yml)
    try:
        config = yaml.load(text, _TolerantLoader)  # noqa: S506 - derived from SafeLoader, unknown tags read as nothing
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        wrong = f"this YAML cannot be read ({getattr(error, 'problem', None) or error})"
        raise ContentError([Problem(mkdocs_yml, mark.line + 1 if mark else 1, wrong, "mend it")]) from error
    plugins = config.get("plugins") if isinstance(config, Mapping) else None
    entries = plugins.items() if isinstance(plugins, Mapping) else _entries(plugins or [])
    options = next((options for name, options in entries if name == "byline"), None)
    return parse_settings(options or {}, mkdocs_yml, text)


def parse_settings(options: Mapping[str, Any], file: Path, text: str = "") -> Settings:
    """Check the plugin's options, and read all paths from the folder of `file`.

    `text` is the text of mkdocs.yml, for the lines of what is wrong. Raises `ContentError`.
    """
    lines = option_lines(text)
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    if not isinstance(options, Mapping):
        mend = "write the options below `byline:`, indented"
        raise ContentError([_problem(file, lines, f"`byline: {options}` holds no options", mend)])
    for name, value in options.items():
        if name not in OPTIONS:
            mend = did_you_mean(str(name), OPTIONS) + "the options are " + ", ".join(OPTIONS)
            problems.append(_problem(file, lines, f"unknown option `{name}`", mend, str(name)))
        elif value is not None:
            read, mend = _READ[name]
            try:
                values[name] = read(value)
            except (ValueError, TypeError, KeyError, OSError):
                problems.append(_problem(file, lines, f"`{name}: {value}` cannot be used", mend, str(name)))
    if problems:
        raise ContentError(problems)
    root = file.resolve().parent
    settings = Settings(**values, file=file, lines=lines)
    posts = root / settings.posts_dir
    return replace(
        settings, posts_dir=posts, authors_file=_authors_file(root, posts, values.get("authors_file"))
    )


def option_lines(text: str) -> dict[KeyPath, int]:
    """Return the line of each of the plugin's options in the text of mkdocs.yml, by its path."""
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    lines: dict[KeyPath, int] = {}

    def collect(node: yaml.Node | None, path: KeyPath, *, inside: bool) -> None:
        if isinstance(node, yaml.MappingNode) and len(path) < 8:
            for key, value in node.value:
                here = (*path, str(key.value)) if inside else ()
                if inside or key.value == "byline":
                    lines[here] = key.start_mark.line + 1
                    collect(value, here, inside=True)

    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "plugins":
            for item in value.value if isinstance(value, yaml.SequenceNode) else (value,):
                if isinstance(item, yaml.ScalarNode) and item.value == "byline":
                    lines[()] = item.start_mark.line + 1
                collect(item, (), inside=False)
    return lines


def _problem(file: Path, lines: Mapping[KeyPath, int], wrong: str, mend: str, *key: str) -> Problem:
    path: KeyPath = key
    while path and path not in lines:
        path = path[:-1]
    return Problem(file, lines.get(path, 1), wrong, mend)


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


def _one_of(names: tuple[str, ...]) -> tuple[Callable[[Any], Any], str]:
    return lambda value: names[names.index(value)], "choose one of " + ", ".join(names)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= 10_000:
        raise ValueError(value)
    return value


def _path(value: object) -> str:
    if not isinstance(value, str) or not is_path(value.strip("/")):
        raise ValueError(value)
    return value.strip("/")


def _file(value: object) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return Path(value)


def _mapping(value: object) -> Mapping[str, Any]:
    if isinstance(value, str):
        return {"provider": value}
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return value


_PATH = (_path, "write an address such as `articles`: words of letters, digits and `-`")
_WHOLE = (_whole, "write a whole number above 0")
_READ: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "posts_dir": (_file, "name a folder, such as `posts`"),
    "authors_file": (_file, "name a file, such as `posts/authors.yml`"),
    "articles_path": _PATH,
    "authors_path": _PATH,
    "categories_path": _PATH,
    "tags_path": _PATH,
    "archive_path": _PATH,
    "pagination_per_page": _WHOLE,
    "words_per_minute": _WHOLE,
    "feed_length": _WHOLE,
    "date_format": _one_of(DATE_FORMATS),
    "timezone": (ZoneInfo, "name a time zone, such as `Europe/Berlin` or `America/New_York`"),
    "look": _one_of(LOOKS),
    "comments": (_mapping, "write `provider: …` and its settings below, indented"),
}


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml with the tags that MkDocs allows there (`!ENV`, `!!python/name:…`) as nothing."""


_TolerantLoader.add_multi_constructor("", lambda loader, suffix, node: None)
