"""Reading articles: a file's text becomes an `Article`, or the problems that stand in its way."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from byline.addresses import slugify
from byline.articles.article import Article
from byline.articles.audio import read_audio
from byline.articles.comment_options import read_comments
from byline.articles.fields import (
    FieldError,
    read_checklist,
    read_dates,
    read_link,
    read_minutes,
    read_names,
    read_slug,
    read_switch,
    read_text_field,
)
from byline.articles.files import article_files, no_ordinary_files
from byline.articles.titles import split_heading, title_of
from byline.documents import (
    YamlMapping,
    control_characters,
    parse_yaml,
    read_text,
    split_front_matter,
    unreadable,
)
from byline.problems import ContentError, Problem

FIELDS: Mapping[str, Callable[[str, Any], Any]] = {
    "title": read_text_field,
    "slug": read_slug,
    "authors": read_names,
    "categories": read_names,
    "tags": read_names,
    "description": read_text_field,
    "cover": read_link,
    "audio": read_audio,
    "draft": read_switch,
    "pin": read_switch,
    "readtime": read_minutes,
    "id": read_text_field,
    "comments": read_comments,
    "checklist": read_checklist,
}
FIELD_NAMES = (*FIELDS, "date")
_MANY_BRACKETS = 500 * "["
_OPENED = re.compile(r"\ufeff?\s*---[ \t]*\r?\n\s*\w+[ \t]*:")


def load_articles(folder: Path, *, zone: ZoneInfo) -> tuple[list[Article], list[Problem]]:
    """Read every `.md` file below a folder, in the order of their paths; hidden files are left aside."""
    articles: list[Article] = []
    problems = list(no_ordinary_files(folder))
    below = len((folder / "_").as_posix()) - 1
    for file in article_files(folder):
        try:
            path = file.as_posix()[below:]
            articles.append(parse_article(read_text(file), file, path=path, zone=zone))
        except ContentError as error:
            problems += error.problems
        except OSError as error:
            problems.append(unreadable(file, error))
    return articles, problems


def parse_article(text: str, file: Path, *, path: str, zone: ZoneInfo) -> Article:
    """Turn the text of a post into an `Article`. Raises `ContentError` with all its problems."""
    head = split_front_matter(text)
    if not head.yaml and _OPENED.match(text):
        mend = (
            "close it with a line of `---`" if text.startswith(("---", "\ufeff---")) else "begin it in line 1"
        )
        raise ContentError([Problem(file, 1, "the front matter is not whole", mend)])
    document = parse_yaml(head.yaml, file, first_line=head.yaml_line)
    values, problems = _values(document, file, zone)
    body, heading = split_heading(text[head.body_start :], values.get("title", ""))
    problems += control_characters(text[head.body_start :], file, first_line=head.body_line)
    problems += _brackets(text[head.body_start :], file, head.body_line)
    title = values.pop("title", "") or heading or title_of(file)
    slug = values.pop("slug", "") or slugify(title)
    line = document.line("title") if document.lines else 1
    if not slug:
        mend = "add `slug: a-few-words` to the front matter"
        problems.append(Problem(file, line, f"no address can be made of the title `{title}`", mend))
    unread = document.values.get("date") is not None and "date" not in values
    if not values.get("draft") and values.get("date") is None and not unread:
        mend = "add `date: 2026-03-04` (year-month-day), or `draft: true` to keep it back"
        problems.append(Problem(file, line if document.lines else 1, "no date", mend))
    problems += _dates_in_order(values, document, file)
    if problems:
        raise ContentError(problems)
    return Article(
        file=file,
        path=path,
        title=title,
        slug=slug,
        body=body,
        head=text[: len(text) - len(body)],
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
        lines=MappingProxyType({str(key[0]): line for key, line in document.lines.items() if len(key) == 1}),
        meta=MappingProxyType(document.values),
        **values,
    )


def _values(document: YamlMapping, file: Path, zone: ZoneInfo) -> tuple[dict[str, Any], list[Problem]]:
    """Read all known fields; the second value holds what could not be read."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    fields: dict[str, Callable[[str, Any], Any]] = {**FIELDS, "date": partial(read_dates, zone=zone)}
    for name, read in fields.items():
        value = document.values.get(name)
        if value is None and not (name == "draft" and name in document.values):
            continue
        try:
            values[name] = read(name, value)
        except FieldError as error:
            problems.append(Problem(file, document.line(name, error.key), error.wrong, error.mend))
    if "date" in values:
        values["date"], values["updated"] = values["date"]
    return values, problems


def _dates_in_order(values: Mapping[str, Any], document: YamlMapping, file: Path) -> Iterator[Problem]:
    created, updated = values.get("date"), values.get("updated")
    if created and updated and updated < created:
        line = document.line("date", "updated")
        yield Problem(file, line, "`updated` is before `created`", "exchange them, or mend the one")


def _brackets(body: str, file: Path, first_line: int) -> Iterator[Problem]:
    """Refuse endless rows of open brackets, over which a Markdown converter would sit for minutes."""
    if (found := body.find(_MANY_BRACKETS)) >= 0:
        line = body.count("\n", 0, found) + first_line
        yield Problem(file, line, "hundreds of `[` in a row", "delete them, or put them into a code block")
