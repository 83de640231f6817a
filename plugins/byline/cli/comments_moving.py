"""`byline comments import FILE…` and `byline comments export`: archived comments in and out."""

from pathlib import Path

import click

from byline.articles import Article, load_articles
from byline.cli.site_folder import settings_in, site_folder
from byline.importers.discussions import (
    KINDS,
    Change,
    Posts,
    describe_import,
    export_isso,
    plan_comments,
    read_exports,
    read_mapping,
    write_changes,
)
from byline.problems import ContentError, Problem
from byline.settings import Settings


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "kind", type=click.Choice(KINDS), help="What the files are, if not what they seem.")
@click.option(
    "--map",
    "mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML file of `old-address: post-file` lines, for posts that are not found by themselves.",
)
@site_folder
def import_comments(files: tuple[Path, ...], kind: str | None, mapping: Path | None, into: Path) -> None:
    """Bring comments in from WordPress (WXR), Disqus (XML) or Isso (its database).

    They are written beside the articles, where the next build shows them. Only approved comments come in,
    without e-mail and IP addresses. Again, this adds only what is new.
    """
    settings = settings_in(into)
    articles = articles_of(settings)
    posts = Posts(articles, read_mapping(mapping, articles) if mapping else None)
    plan = plan_comments(read_exports(files, settings.timezone, kind or ""), posts)
    write_changes(plan.changes)
    click.echo(describe_import(plan, posts.unused))


@click.command("export")
@click.option("--to", "target", type=click.Choice(["isso"]), required=True, help="Who is to read it.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write a new file, not here.")
@site_folder
def export_comments(target: str, output: Path | None, into: Path) -> None:
    """Hand archived comments out, to be imported elsewhere: `TZ=UTC isso import -t generic FILE`."""
    settings = settings_in(into)
    text, count = export_isso(articles_of(settings), settings)
    if output is None:
        click.echo(text, nl=False)
        return
    if output.exists():
        wrong, mend = "this file is there already", "name another one, or take it away"
        raise ContentError([Problem(output, 1, wrong, mend)])
    write_changes([Change(output, None, text)])
    click.echo(f"{count:,} comments written to {output}")


def articles_of(settings: Settings) -> list[Article]:
    """Return all articles of a site, drafts included. Raises `ContentError` where one cannot be read."""
    articles, problems = load_articles(settings.posts_dir, zone=settings.timezone)
    if problems:
        raise ContentError(problems)
    return articles
