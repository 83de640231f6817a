"""`byline new`: a new site."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byline.problems import shown_path
from byline.scaffold import new_site


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a site in FOLDER that builds as it is, with two sample articles."""
    files = new_site(folder, today=datetime.now(UTC).date())
    for file in files:
        click.echo(f"  {shown_path(file.resolve())}")
    click.echo(f"\nA new site is in {folder}. Next:\n\n  cd {folder}\n  mkdocs serve\n")
    click.echo("Comments can be tried there while `byline comments serve` runs beside it.")
    click.echo("Then put your name into posts/authors.yml and your words into docs/index.md.")
