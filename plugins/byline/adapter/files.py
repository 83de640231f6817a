"""Which files Byline brings into MkDocs: articles, the images they show, listings, feeds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from byline.adapter.pages import ArticlePage, ListingPage, OverviewPage
from byline.addresses import page_file
from byline.articles import published_media
from byline.pages import listings, overviews
from byline.site import Site

IN_NAVIGATION = frozenset({"articles", "authors"})


def add_files(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Add a file, and its page, for everything that is published. Pages of the same address in docs/ win."""
    _remove_posts(files, site)
    for article in site.articles:
        source = f"{site.sources}/{article.path}"
        file = _file(files, config, source, page_file(site.path(article)))
        if file:
            ArticlePage(article, file, config)
    portraits = (author.avatar for author in site.authors.values())
    for path in published_media(site.settings.posts_dir, site.articles, portraits):
        absolute = str(site.settings.posts_dir / path)
        files.append(File.generated(config, f"{site.sources}/{path}", abs_src_path=absolute))
    for listing in listings(site):
        shown = listing.kind in IN_NAVIGATION and "/" not in listing.path and listing.number == 1
        file = _file(files, config, f"{listing.path}/index.md", page_file(listing.path), in_navigation=shown)
        if file:
            ListingPage(listing, file, config)
    for overview in overviews(site):
        shown = overview.kind in IN_NAVIGATION
        file = _file(
            files, config, f"{overview.path}/index.md", page_file(overview.path), in_navigation=shown
        )
        if file:
            OverviewPage(overview, file, config)


def add_text(files: Files, config: MkDocsConfig, path: str, text: str) -> None:
    """Add a file with a text of its own, such as a feed."""
    files.append(File.generated(config, path, content=text))


def _file(
    files: Files, config: MkDocsConfig, source: str, destination: str, *, in_navigation: bool = False
) -> File | None:
    """Add a generated page's file; nothing where the site has a page of its own at that source."""
    if files.get_file_from_path(source):
        return None
    level = InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source, content="", inclusion=level)
    file.dest_uri = destination
    files.append(file)
    return file


def _remove_posts(files: Files, site: Site) -> None:
    """Take out what MkDocs found below a posts folder that lies inside docs/: it is Byline's to publish."""
    posts = site.settings.posts_dir
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(posts):
            files.remove(file)
