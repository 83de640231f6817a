"""`byline comments serve`: a real Isso on this machine, to try comments in the preview."""

import os
import socket
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from byline.cli.isso_process import run_isso
from byline.cli.site_folder import configuration_file, site_folder
from byline.comments.isso_server import (
    CONFIGURATION,
    DATABASE,
    FOLDER,
    HOST,
    PORT,
    isso_address,
    isso_configuration,
    preview_origins,
    site_origin,
)
from byline.problems import ContentError, Problem, shown_path
from byline.settings.configuration import read_configuration


def _read_sites(context: click.Context, parameter: click.Parameter, sites: Sequence[str]) -> Sequence[str]:
    for site in sites:
        if not site_origin(site):
            raise click.BadParameter(f"`{site}` is no address of a site; write http://127.0.0.1:8001/")
    return sites


@click.command()
@site_folder
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=PORT, show_default=True, help="The port to listen at."
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ADDRESS",
    callback=_read_sites,
    help="Another address of the preview, beside those of `mkdocs serve`; may be given several times.",
)
@click.option(
    "--with-parent",
    "parent",
    type=int,
    metavar="PID",
    help="End when the process that started this one, of this id, has ended.",
)
def serve(into: Path, port: int, sites: Sequence[str], parent: int | None) -> None:
    """Run Isso on this machine, to try comments in the preview; needs the extra `isso`.

    The comments are kept in the folder .comments beside mkdocs.yml. Nobody else can reach them.
    """
    file = configuration_file(into)
    _, config = read_configuration(file)
    if not find_spec("isso"):
        mend = 'install it: `pip install "mkdocs-byline[isso]"`'
        raise ContentError([Problem(file, 1, "these comments need Isso, and it is not installed", mend)])
    listener = _listen(port, file)
    folder = file.absolute().parent / FOLDER
    _prepare(folder, port, preview_origins(str(config.get("dev_addr") or ""), sites))
    database = shown_path(folder / DATABASE)

    def ready() -> None:
        click.echo(f"Isso listens at {isso_address(port)}/ and keeps comments in {database}.")
        click.echo("Write some below your articles in the preview (`mkdocs serve`); Ctrl-C ends Isso.")

    with listener:
        run_isso(folder, listener, parent=parent, ready=ready)


def _listen(port: int, file: Path) -> socket.socket:
    """Take the port before anything is written: another Isso may be at work."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        other = PORT + 1 if port == PORT else PORT
        mend = (
            f"end what listens there, or write `--port {other}` and, below `comments:`, "
            f"`preview_server: {isso_address(other)}`"
        )
        wrong = f"port {port} cannot be used ({os.strerror(error.errno) if error.errno else error})"
        raise ContentError([Problem(file, 1, wrong, mend)]) from error


def _prepare(folder: Path, port: int, origins: Iterable[str]) -> None:
    """Make the folder for comments, closed to others and to git, and write Isso's configuration."""
    if folder.exists() and not folder.is_dir():
        mend = "rename this file: comments need a folder of its name"
        raise ContentError([Problem(folder, 1, "this is a file", mend)])
    os.umask(0o077)
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    configuration = folder / CONFIGURATION
    configuration.write_text(isso_configuration(DATABASE, port, origins), encoding="utf-8")
    configuration.chmod(0o600)
