"""`byline comments csp`: the Content-Security-Policy that a site with these comments needs."""

from pathlib import Path

import click

from byline.cli.site_folder import settings_in, site_folder
from byline.comments import choose_comments, policy_for


@click.command()
@site_folder
def csp(into: Path) -> None:
    """Print a Content-Security-Policy for the site, ready for your web server's header.

    It allows what the built pages load, their comments included; not what your own templates, extra scripts
    and pictures from elsewhere do.
    """
    settings = settings_in(into)
    comments = choose_comments(settings.comments, settings.problem, site_url=settings.site_url)
    click.echo(policy_for(settings, comments))
