"""`byline check`: everything that a build checks, without building."""

import os
from pathlib import Path

import click

from byline.addresses import page_file
from byline.cli.site_folder import settings_in, site_folder
from byline.problems import ContentError, in_file_order
from byline.site import (
    Placement,
    archive_warnings,
    category_warnings,
    comment_warnings,
    link_problems,
    load_site,
    moment_of,
    remote_picture_warnings,
    review_warnings,
    search_warnings,
)

LOOKS = (
    archive_warnings,
    category_warnings,
    comment_warnings,
    remote_picture_warnings,
    review_warnings,
    search_warnings,
    link_problems,
)
"""What is looked at beyond what a build checks."""


@click.command()
@site_folder
def check(into: Path) -> None:
    """Check the configuration, the authors, all posts, and what they link to."""
    settings = settings_in(into)
    placement = Placement(
        url=settings.site_url,
        now=moment_of(os.environ, settings),
        pages=_pages(settings.docs_dir),
        target=settings.site_dir,
    )
    site = load_site(settings, placement)
    found = in_file_order((*site.warnings, *(problem for look in LOOKS for problem in look(site))))
    if problems := [problem for problem in found if not problem.warning]:
        raise ContentError(problems)
    for warning in found:
        click.echo(f"warning: {warning}", err=True)
    click.echo(f"{len(site.articles)} articles to publish, {len(site.hidden)} kept back. No problems found.")


def _pages(docs: Path) -> dict[str, Path]:
    """Return the pages below docs/, by the file that MkDocs writes each to."""
    pages: dict[str, Path] = {}
    for source in sorted(docs.rglob("*.md")):
        path = source.relative_to(docs).with_suffix("")
        folder = path.parent if path.name in {"index", "README"} else path
        pages[page_file(folder.as_posix())] = source
    return pages
