"""The files beside the articles that readers get to see: those that a published article shows or links."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

from byline.articles.article import Article
from byline.articles.references import Reference, references

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""The endings of files that MkDocs makes pages of (mkdocs.utils.markdown_extensions)."""


def published_media(folder: Path, articles: Iterable[Article], portraits: Iterable[str]) -> tuple[str, ...]:
    """Return the paths below the posts folder of all files that these articles show, and of the portraits.

    What only a draft shows stays unpublished with it. Files that lead out of the folder never count.
    """
    wanted = {path for article in articles for path in mentions(article)}
    wanted |= set(portraits) - {""}
    return tuple(sorted(path for path in wanted if is_media(folder, path)))


def is_media(folder: Path, path: str) -> bool:
    """Say whether a path names a file below the posts folder that may be published as it is.

    What leads out of the folder, hidden files and anything that MkDocs would make a page of may not.
    """
    file = folder / path
    if file.name.startswith(".") or path.lower().endswith(MARKDOWN):
        return False
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def mentions(article: Article) -> set[str]:
    """Return the paths, below the posts folder, that an article's text, cover and sound point to."""
    found = [*references(article), Reference(article.cover, 1)]
    if article.audio:
        found.append(Reference(article.audio.url, 1))
    paths = (reference.path for reference in found if reference.is_local)
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path)) for path in paths if path
    }
