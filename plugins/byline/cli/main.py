"""The command and its sub-commands.

Exit codes: 0 fine, 1 problems in content or configuration, 2 wrong usage.
"""

from pathlib import Path

import click

from byline import __version__
from byline.cli.check import check
from byline.cli.comments import comments
from byline.cli.importing import import_articles
from byline.cli.mentions import mentions
from byline.cli.new import new
from byline.cli.post import post
from byline.cli.tips import tips
from byline.problems import ContentError, Problem

COMMANDS = (new, post, import_articles, tips, check, comments, mentions)


class _Reporting(click.Group):
    """A group whose commands report what is wrong with the content line by line, and exit with 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            problems: tuple[object, ...] = error.problems
        except OSError as error:
            place = Path(str(error.filename or "."))
            mend = "check that it exists and that you may read and write there"
            problems = (Problem(place, 1, error.strerror or str(error), mend),)
        for problem in problems:
            click.echo(str(problem), err=True)
        raise click.exceptions.Exit(1)


@click.group(cls=_Reporting, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="byline")
def main() -> None:
    """Turn a folder of articles into a site that people trust and come back to.

    Begin with `byline new my-site`; build it with `mkdocs build`, preview it with `mkdocs serve`.
    """


for _command in COMMANDS:
    main.add_command(_command)
