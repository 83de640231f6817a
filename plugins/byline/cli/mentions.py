"""`byline mentions fetch`: the one command that asks other servers."""

import os
import sys
from pathlib import Path

import click

from byline.cli.comments_moving import articles_of
from byline.cli.site_folder import settings_in, site_folder
from byline.importers.discussions import write_changes
from byline.importers.mentions import describe_mentions, fetch_mentions, place_mentions


@click.group()
def mentions() -> None:
    """Keep what others said of your articles elsewhere."""


@mentions.command()
@click.option("--prune", is_flag=True, help="Take out what is gone at its origin; without it, it stays.")
@site_folder
def fetch(into: Path, prune: bool) -> None:
    """Fetch webmentions, and replies on Mastodon and Bluesky, into files beside the articles.

    Where to ask stands in mkdocs.yml (`mentions:`), and in the articles (`comments: {mastodon: https://…}`).
    Where one source fails, the others are kept all the same, and the exit code is 1.
    """
    settings = settings_in(into)
    articles = articles_of(settings)
    gathered, failed = fetch_mentions(settings, articles, os.environ)
    changes, counted = place_mentions(gathered, articles, settings, prune=prune)
    write_changes(changes)
    if counted:
        click.echo(describe_mentions(counted))
    elif not failed:
        click.echo(
            "Nothing to ask: write `mentions:` with `webmentions: https://…` below it into mkdocs.yml,"
            " or `comments:` with `mastodon: https://…` into an article."
        )
    for problem in failed:
        click.echo(str(problem), err=True)
    if failed:
        sys.exit(1)
