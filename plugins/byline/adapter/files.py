"""Which files Byline brings into MkDocs: articles, the images they show, listings, feeds."""

import os
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from byline.adapter.checklist_pages import add_checklist_pages
from byline.adapter.pages import ArticlePage, IntroPage, ListingPage, OverviewPage, generated_file
from byline.adapter.subscribe_pages import add_subscribe_page
from byline.addresses import page_file
from byline.articles import published_media
from byline.pages import conversation_text, listings, overviews
from byline.problems import Problem, shown_path
from byline.site import Site


def add_files(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Add a file, and its page, for everything that is published.

    Where docs/ holds a page of its own in an overview's place, that page stays. One in the place of the
    list of articles stands above the list.
    """
    _remove_posts(files, site)
    _refuse_doubles(files, site)
    titles = dict(_titles(config.nav))
    taken = {file.dest_uri: file for file in files.documentation_pages()}
    posts = Path(os.path.relpath(site.settings.posts_dir, config.docs_dir)).as_posix()
    for article in site.articles:
        file = generated_file(config, f"{site.sources}/{article.path}", site.path(article))
        file.edit_uri = posixpath.normpath(f"{posts}/{article.path}")
        files.append(file)
        page = ArticlePage(article, file, config)
        page.rename(titles.get(file.src_uri))
        page.said = conversation_text(site, article, language=str(config.theme.get("language") or "en"))
    portraits = (author.avatar for author in site.published_authors)
    for path in published_media(site.settings.posts_dir, site.articles, portraits):
        absolute = str(site.settings.posts_dir / path)
        files.append(File.generated(config, f"{site.sources}/{path}", abs_src_path=absolute))
    for listing in listings(site):
        if (intro := taken.get(page_file(listing.path))) and listing.kind == "articles":
            IntroPage(listing, intro, config).rename(titles.get(intro.src_uri))
            continue
        file = generated_file(
            config, f"{listing.path}/index.md", listing.path, listed=listing.kind == "articles"
        )
        files.append(file)
        ListingPage(listing, file, config).rename(titles.get(file.src_uri))
    for overview in overviews(site):
        file = generated_file(
            config, f"{overview.path}/index.md", overview.path, listed=overview.kind == "authors"
        )
        if file.dest_uri not in taken:
            files.append(file)
            OverviewPage(overview, file, config).rename(titles.get(file.src_uri))
    add_checklist_pages(files, config, site, titles)
    add_subscribe_page(files, config, site, titles)


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield the titles that the navigation gives to sources: MkDocs asks only for pages it makes."""
    for entry in nav if isinstance(nav, list) else (nav,):
        if isinstance(entry, dict):
            for title, below in entry.items():
                if isinstance(below, str):
                    yield below, str(title)
                else:
                    yield from _titles(below)


def _refuse_doubles(files: Files, site: Site) -> None:
    """Refuse files below docs/ that links could not tell from a post or an image of the posts folder."""
    ours = {f"{site.sources}/{article.path}": article.file for article in site.articles}
    problems = [
        Problem(
            Path(other.abs_src_path or source),
            1,
            f"links cannot tell it from {shown_path(file)}",
            "rename one",
        )
        for source, file in ours.items()
        if (other := files.get_file_from_path(source))
    ]
    if problems:
        raise Abort("\n".join(map(str, problems)))


def _remove_posts(files: Files, site: Site) -> None:
    """Take out what MkDocs found below a posts folder that lies inside docs/: it is Byline's to publish."""
    posts = site.settings.posts_dir.resolve()
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).resolve().is_relative_to(posts):
            files.remove(file)
