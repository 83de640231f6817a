"""`byline comments`: what concerns comments beside a build."""

import click

from byline.cli.comments_moving import export_comments, import_comments
from byline.cli.comments_policy import csp
from byline.cli.comments_serving import serve

COMMANDS = (serve, import_comments, export_comments, csp)


@click.group()
def comments() -> None:
    """Try comments in the preview, move them in, and see what they need."""


for _command in COMMANDS:
    comments.add_command(_command)
