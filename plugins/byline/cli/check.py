"""`byline check`: everything that a build checks, without building."""

from datetime import UTC, datetime
from pathlib import Path

import click

from byline.settings import load_settings
from byline.site import Placement, load_site


@click.command()
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder of your site, where its mkdocs.yml is.",
)
def check(into: Path) -> None:
    """Check the configuration, the authors and all posts."""
    settings = load_settings(into / "mkdocs.yml")
    site = load_site(settings, Placement(url=settings.site_url, now=datetime.now(UTC)))
    for warning in site.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(f"{len(site.articles)} articles to publish, {len(site.hidden)} kept back. No problems found.")
