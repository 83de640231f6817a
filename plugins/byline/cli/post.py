"""`byline post`: a new draft."""

from pathlib import Path

import click

from byline.authors import load_authors
from byline.problems import shown_path
from byline.scaffold import new_post
from byline.settings import load_settings


@click.command()
@click.argument("title")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of your site, where its mkdocs.yml is.",
)
def post(title: str, into: Path) -> None:
    """Make a draft with this TITLE to write in."""
    settings = load_settings(into / "mkdocs.yml")
    file = new_post(title, settings.posts_dir, load_authors(settings.authors_file))
    click.echo(
        f"{shown_path(file)} is yours to write. It stays a draft until you give it a date "
        "and take out `draft: true`."
    )
