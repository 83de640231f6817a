"""`byline post`: a new draft."""

from pathlib import Path

import click

from byline.authors import load_authors
from byline.cli.site_folder import settings_in, site_folder
from byline.problems import shown_path
from byline.scaffold import new_post


@click.command()
@click.argument("title")
@site_folder
def post(title: str, into: Path) -> None:
    """Make a draft with this TITLE to write in."""
    settings = settings_in(into)
    file = new_post(title, settings.posts_dir, load_authors(settings.authors_file))
    click.echo(
        f"{shown_path(file)} is yours to write. It stays a draft until you give it a date "
        "and take out `draft: true`."
    )
