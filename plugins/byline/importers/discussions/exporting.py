"""Archived comments as the file that `isso import -t generic` takes."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from byline.articles import Article
from byline.comments import Written, read_archive
from byline.documents import read_text
from byline.importers.discussions.archives import COMMENTS, archive_file
from byline.problems import ContentError, Problem
from byline.settings import Settings

NOBODY = "0.0.0.0"  # noqa: S104 - Isso asks for the address of every commenter; an archive has none
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


def export_isso(articles: Sequence[Article], settings: Settings) -> tuple[str, int]:
    """Return the JSON for Isso and how many comments are in it. Raises `ContentError`."""
    problems: list[Problem] = []
    threads: list[str] = []
    count = 0
    for article in sorted(articles, key=attrgetter("path")):
        file = archive_file(article.file, COMMENTS)
        if not file.is_file():
            continue
        try:
            found, wrong = read_archive(read_text(file), file, zone=settings.timezone)
            problems += wrong
        except ContentError as error:
            problems += error.problems
            continue
        if comments := list(_comments(found, article)):
            count += len(comments)
            identity = article.comments.id or article.id or f"/{article.slug}"
            thread = {"id": identity, "title": article.title, "comments": comments}
            threads.append(json.dumps(thread, ensure_ascii=False))
    if problems:
        raise ContentError(problems)
    return "[" + ",\n".join(threads) + "]\n", count


def _comments(found: Sequence[Written], article: Article) -> Iterator[dict[str, Any]]:
    """Yield comments in the order of their dates: Isso numbers them anew and knows no replies here."""
    said = [written.comment for written in found if written.comment.kind == "comment"]
    for number, comment in enumerate(sorted(said, key=lambda one: one.date or article.date or _EARLIEST), 1):
        date = (comment.date or article.date or _EARLIEST).astimezone(UTC)
        yield {
            "id": number,
            "author": comment.author or None,
            "email": None,
            "website": comment.url or None,
            "remote_addr": NOBODY,
            "created": date.strftime("%Y-%m-%d %H:%M:%S"),
            "text": comment.html,
        }
