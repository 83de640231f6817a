"""The front matter of an imported post: what is known is written, what is missing is asked for."""

from collections.abc import Iterable
from math import inf

import yaml

from byline.documents import parse_yaml, split_front_matter
from byline.importers.days import spell_days
from byline.importers.deciding import Decisions
from byline.importers.escape import escape
from byline.importers.imported import ImportedArticle
from byline.importers.loss import same_words
from byline.problems import ContentError, Problem

ADD_DATE = "# add a date: YYYY-MM-DD, then remove draft"
WRITTEN_KEYS = ("title", "date", "draft", "authors", "slug", "imported_from", "source_id")
ADD_AUTHOR = "# add its author: authors: [id]"


def write_post(article: ImportedArticle, decisions: Decisions) -> str:
    """Return the text of a post. Front matter that a Markdown file had stays as it was and wins."""
    given = article.fields.values
    lines = [*_lines(article, decisions, given)]
    head = article.head.strip("\r\n")
    newline = "\r\n" if "\r\n" in (head or article.body) else "\n"
    head += newline if head else ""
    text = (
        "---" + newline + head + newline.join([*lines, "---", "", ""]) + body_with(article, decisions.title)
    )
    if not article.markdown:
        text += newline
    _check(article, text)
    return text


def body_with(article: ImportedArticle, title: str) -> str:
    """Return the body below a title; a heading that is not the title stands above it as a paragraph."""
    if not article.heading or title_from_heading(article, title):
        return article.body
    return f"{escape(article.heading)}\n\n{article.body}"


def title_from_heading(article: ImportedArticle, title: str) -> bool:
    """Say whether the title is the heading that was taken off the body."""
    return bool(article.heading) and same_words(article.heading, title)


def _lines(article: ImportedArticle, decisions: Decisions, given: Iterable[str]) -> Iterable[str]:
    """Yield the lines to add: none for what the file said itself."""
    name = article.source.name.encode("utf-8", "replace").decode()
    values: tuple[object, ...] = (
        decisions.title,
        decisions.day,
        decisions.draft or None,
        list(decisions.authors),
        decisions.slug,
        name,
        article.source_id,
    )
    given = set(given)
    for key, value in zip(WRITTEN_KEYS, values, strict=True):
        if key in given:
            continue
        if value:
            yield yaml_line(key, value)
        if key == "title":
            yield from (f"# or: {other}" for other in decisions.other_titles)
        if key == "date" and not value and decisions.draft:
            yield ADD_DATE
            yield from [f"# date in the text: {spell_days(article.days)}"] if article.days else []
        if key == "authors" and not value:
            yield ADD_AUTHOR


def yaml_line(key: str, value: object) -> str:
    """Write one key and its value on one line of YAML, quoted where it must be."""
    if isinstance(value, list):
        return (
            f"{key}: {yaml.safe_dump(value, allow_unicode=True, width=inf, default_flow_style=True)}".rstrip()
        )
    return yaml.safe_dump({key: value}, allow_unicode=True, width=inf).rstrip("\n")


def _check(article: ImportedArticle, text: str) -> None:
    """Read the post back. Raises `ContentError` where the file's front matter could not be added to."""
    try:
        values = parse_yaml(split_front_matter(text).yaml, article.source, first_line=2).values
    except ContentError as error:
        raise ContentError([_cannot_extend(article)]) from error
    if values.get("source_id") != article.source_id:
        raise ContentError([_cannot_extend(article)])


def _cannot_extend(article: ImportedArticle) -> Problem:
    mend = "write each key on a line of its own, `title: …`"
    return Problem(article.source, 1, "nothing can be added to this front matter", mend)
