"""`byline tips`: what is drawn from articles, why, and into their front matter if the author wants to."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from byline.checklists import Drawing, draw
from byline.cli.tips_output import as_json, readable
from byline.cli.tips_writing import check_file, plan_review, write_reviews
from byline.documents import read_text
from byline.problems import ContentError, Problem

_REFUSED = frozenset({".html", ".htm", ".docx", ".doc", ".pdf", ".rtf", ".odt"})
_READ = frozenset({".md", ".markdown", ".txt"})


@click.command("tips")
@click.option("--json", "in_json", is_flag=True, help="Print a JSON array, one object per file.")
@click.option("--explain", is_flag=True, help="Also show what was turned down, and why.")
@click.option("--write", is_flag=True, help="Write the items into the front matter, to review them there.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.pass_context
def tips(context: click.Context, files: tuple[Path, ...], in_json: bool, explain: bool, write: bool) -> None:
    """Show the tips that are drawn from articles (.md), or from pasted plain text (.txt)."""
    if write and (in_json or explain):
        raise click.UsageError("`--write` goes neither with `--json` nor with `--explain`")
    problems = _write(files) if write else _show(files, in_json=in_json, explain=explain)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        context.exit(1)


def _show(files: Sequence[Path], *, in_json: bool, explain: bool) -> list[Problem]:
    drawings: list[tuple[Path, Drawing]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            drawings.append((file, draw(_read(file), plain=file.suffix.lower() == ".txt")))
        except ContentError as error:
            problems.extend(error.problems)
    unread = bool(problems)
    problems += [
        Problem(file, unmet.line, unmet.wrong, unmet.mend)
        for file, drawing in drawings
        for unmet in drawing.unmet
        if not unmet.warning
    ]
    if in_json and not unread:
        click.echo(json.dumps([as_json(*drawn, explain=explain) for drawn in drawings], ensure_ascii=False))
    elif not in_json:
        for file, drawing in drawings:
            click.echo("\n".join(readable(file, drawing, explain=explain)))
    return problems


def _write(files: Sequence[Path]) -> list[Problem]:
    reviews = []
    problems: list[Problem] = []
    for file in files:
        try:
            check_file(file)
            text = _read(file)
            reviews.append(plan_review(file, text, draw(text)))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        return problems
    try:
        write_reviews(reviews)
    except ContentError as error:
        return list(error.problems)
    for review in reviews:
        click.echo(review.said)
    return []


def _read(file: Path) -> str:
    ending = file.suffix.lower()
    if ending in _REFUSED and file.is_file():
        raise _unreadable(file, f"{ending} files cannot be read", "save its text as .md or .txt")
    try:
        text = read_text(file)
    except IsADirectoryError as error:
        raise _unreadable(file, "this is a folder", "name the articles in it") from error
    except FileNotFoundError as error:
        raise _unreadable(file, "there is no such file", "check the name") from error
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise _unreadable(
            file, f"the file cannot be read ({what})", "check its name and its permissions"
        ) from error
    if "\0" in text and ending not in _READ:
        raise _unreadable(file, "this is no text file", "save its text as .md or .txt")
    return text


def _unreadable(file: Path, wrong: str, mend: str) -> ContentError:
    return ContentError([Problem(file, 1, wrong, mend)])
