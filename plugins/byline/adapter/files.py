"""Which files Byline brings into MkDocs: articles, the images they show, listings, feeds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from byline.adapter.pages import ArticlePage, ListingPage, OverviewPage
from byline.addresses import page_file
from byline.articles import published_media
from byline.pages import listings, overviews
from byline.site import Site


def add_files(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Add a file, and its page, for everything that is published.

    Where docs/ holds a page of its own in an overview's place, that page stays.
    """
    _remove_posts(files, site)
    taken = {file.dest_uri for file in files.documentation_pages()}
    for article in site.articles:
        file = _page(config, f"{site.sources}/{article.path}", site.path(article))
        files.append(file)
        ArticlePage(article, file, config)
    portraits = (author.avatar for author in site.published_authors)
    for path in published_media(site.settings.posts_dir, site.articles, portraits):
        absolute = str(site.settings.posts_dir / path)
        files.append(File.generated(config, f"{site.sources}/{path}", abs_src_path=absolute))
    for listing in listings(site):
        file = _page(config, f"{listing.path}/index.md", listing.path, listed=listing.kind == "articles")
        files.append(file)
        ListingPage(listing, file, config)
    for overview in overviews(site):
        file = _page(config, f"{overview.path}/index.md", overview.path, listed=overview.kind == "authors")
        if file.dest_uri not in taken:
            files.append(file)
            OverviewPage(overview, file, config)


def add_text(files: Files, config: MkDocsConfig, path: str, text: str) -> None:
    """Add a file with a text of its own, such as a feed."""
    files.append(File.generated(config, path, content=text))


def _page(config: MkDocsConfig, source: str, path: str, *, listed: bool = False) -> File:
    """Make the file of a generated page; only `listed` ones stand in a navigation that nobody wrote."""
    level = InclusionLevel.INCLUDED if listed and "/page/" not in path else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source, content="", inclusion=level)
    file.dest_uri = page_file(path)
    return file


def _remove_posts(files: Files, site: Site) -> None:
    """Take out what MkDocs found below a posts folder that lies inside docs/: it is Byline's to publish."""
    posts = site.settings.posts_dir
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(posts):
            files.remove(file)
