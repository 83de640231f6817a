"""`byline tips`: what is drawn from articles, and why."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from byline.checklists import Drawing, Item, Rejected, draw
from byline.documents import read_text
from byline.problems import ContentError, Problem

_MOST_ITEMS = 9
_REFUSED = frozenset({".html", ".htm", ".docx", ".doc", ".pdf", ".rtf", ".odt"})
_READ = frozenset({".md", ".markdown", ".txt"})
_PLACES = ("start", "end", "line", "kind", "text", "confidence", "rules", "id")


@click.command("tips")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array, one object per file.")
@click.option("--explain", is_flag=True, help="Also show what was turned down, and why.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.pass_context
def tips(context: click.Context, files: tuple[Path, ...], as_json: bool, explain: bool) -> None:
    """Show the tips that are drawn from articles (.md), or from pasted plain text (.txt)."""
    drawings: list[tuple[Path, Drawing]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            drawings.append((file, draw(_read(file), plain=file.suffix.lower() == ".txt")))
        except ContentError as error:
            problems.extend(error.problems)
    if as_json and not problems:
        click.echo(json.dumps([_as_json(*drawn, explain=explain) for drawn in drawings], ensure_ascii=False))
    elif not as_json:
        for file, drawing in drawings:
            click.echo("\n".join(_readable(file, drawing, explain=explain)))
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        context.exit(1)


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


def _as_json(file: Path, drawing: Drawing, *, explain: bool) -> dict[str, Any]:
    items = [
        {name: value for name, value in asdict(item).items() if name in _PLACES}
        for item in drawing.checklist.items
    ]
    said: dict[str, Any] = {"file": str(file), "items": items}
    if explain:
        said["rejected"] = [asdict(rejected) for rejected in drawing.rejected]
    return said


def _readable(file: Path, drawing: Drawing, *, explain: bool) -> list[str]:
    items = drawing.checklist.items
    said = "no checklist (`checklist: false`)" if drawing.switched_off else _count(len(items))
    lines = [f"{file}: {said}", *map(_item_line, items)]
    if len(items) > _MOST_ITEMS:
        lines.append(f"Over {_MOST_ITEMS} items: a reader may prefer two shorter articles.")
    if explain:
        lines += [f"turned down: {len(drawing.rejected)}", *map(_rejected_line, drawing.rejected)]
    return lines


def _count(items: int) -> str:
    return {0: "no checklist", 1: "1 item"}.get(items, f"{items} items")


def _item_line(item: Item) -> str:
    return _line(item.line, item.kind, item.confidence, item.text, item.rules)


def _rejected_line(rejected: Rejected) -> str:
    return _line(rejected.line, rejected.kind, rejected.confidence, rejected.text, rejected.reasons)


def _line(line: int, kind: str, confidence: float, text: str, why: tuple[str, ...]) -> str:
    return f"{line:>5}  {kind:<9}  {confidence:.2f}  {text}  ({', '.join(why[:4])})"
