"""Where a command finds the site that it works on."""

from pathlib import Path

import click

from byline.settings import Settings, load_settings

site_folder = click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    metavar="FOLDER",
    help="The folder of your site, where its mkdocs.yml is; or another configuration file.",
)


def settings_in(into: Path) -> Settings:
    """Read the settings of the site in a folder, or of the configuration file named."""
    return load_settings(configuration_file(into))


def configuration_file(into: Path) -> Path:
    """Return the configuration of the site in a folder, or the file named."""
    return into if into.suffix in {".yml", ".yaml"} else into / "mkdocs.yml"
