"""`byline import FILE…`: brings pasted text and Markdown files in as posts."""

import codecs
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from byline.cli.site_folder import settings_in, site_folder
from byline.importers import (
    ImportedArticle,
    ImportOptions,
    Surroundings,
    describe,
    find_date,
    next_step,
    plan_import,
    read_files,
    read_surroundings,
    spell_days,
    write_import,
)
from byline.problems import ContentError


def _check_encoding(context: click.Context, parameter: click.Parameter, name: str) -> str:
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"`{name}` is no text encoding; try utf-8, cp1252 or utf-16") from error
    return name


def _read_dates(context: click.Context, parameter: click.Parameter, words: Sequence[str]) -> tuple[date, ...]:
    """Read `--date`; every wrong one is named, with the date it may stand for."""
    days: list[date] = []
    wrong: list[str] = []
    for word in words:
        try:
            days.append(datetime.strptime(word.strip(), "%Y-%m-%d").date())
        except ValueError:
            found = find_date(word)
            meant = spell_days(found.days) if found else "YYYY-MM-DD, such as 2026-03-04"
            wrong.append(f"--date {word} is no date; write --date {meant}")
    if wrong:
        raise click.UsageError("\n".join(wrong), context)
    return tuple(days)


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--title", "titles", multiple=True, help="Title of the post; once for each file, in their order."
)
@click.option(
    "--date",
    "dates",
    multiple=True,
    callback=_read_dates,
    metavar="YYYY-MM-DD",
    help="Date of all posts; or once for each file, in their order.",
)
@click.option("--author", default="", metavar="ID", help="Author of all posts: an id of the author file.")
@click.option("--publish", is_flag=True, help="Publish the posts; without it they become drafts.")
@click.option("--encoding", default="utf-8", callback=_check_encoding, help="Encoding of the files.")
@site_folder
def import_articles(
    files: tuple[Path, ...],
    titles: tuple[str, ...],
    dates: tuple[date, ...],
    author: str,
    publish: bool,
    encoding: str,
    into: Path,
) -> None:
    """Bring pasted text (.txt) and Markdown (.md) files in as posts.

    Posts become drafts; nothing is overwritten, and no word is lost: what was dropped is kept beside them.
    """
    try:
        settings = settings_in(into)
        site = read_surroundings(settings)
        articles = read_files(files, encoding=encoding, posts=[post.file for post in site.posts])
        if not titles and _at_terminal():
            articles = _choose_titles(articles, site)
        options = ImportOptions(titles, dates, author, publish)
        plan = plan_import(articles, options, site)
        write_import(plan, settings.authors_file)
    except ContentError as error:
        for problem in error.problems:
            _say(str(problem), err=True)
        sys.exit(1)
    except OSError as error:
        _say(f"{error.filename or into}:1: {error.strerror or error}; check its rights", err=True)
        sys.exit(1)
    for report in plan.reports:
        _say(describe(report) + "\n")
    _say(next_step(plan.reports))


def _choose_titles(articles: Sequence[ImportedArticle], site: Surroundings) -> tuple[ImportedArticle, ...]:
    """Ask which title each new file gets, if there are several to choose from; Enter takes the first."""
    known = {post.source_id for post in site.posts}
    chosen = []
    for article in articles:
        if len(article.titles) > 1 and article.source_id not in known:
            _say(f"Title of {article.source.name}:")
            for number, title in enumerate(article.titles, 1):
                _say(f"  {number}  {title}")
            answer = click.prompt("Which one?", type=click.IntRange(1, len(article.titles)), default=1)
            chosen.append(replace(article, titles=(article.titles[answer - 1],)))
        else:
            chosen.append(article)
    return tuple(chosen)


def _at_terminal() -> bool:
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def _say(text: str, *, err: bool = False) -> None:
    """Print a text; what the terminal's encoding cannot show is replaced."""
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), err=err)
