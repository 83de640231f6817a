"""The files beside the articles that readers get to see: those that a published article shows or links."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

from byline.articles.article import Article
from byline.articles.references import Reference, references


def published_media(folder: Path, articles: Iterable[Article], portraits: Iterable[str]) -> tuple[str, ...]:
    """Return the paths below the posts folder of all files that these articles show, and of the portraits.

    What only a draft shows stays unpublished with it. Files that lead out of the folder never count.
    """
    root = folder.resolve()
    wanted = {path for article in articles for path in mentions(article)}
    wanted |= set(portraits) - {""}
    return tuple(sorted(path for path in wanted if _is_inside(folder / path, root)))


def mentions(article: Article) -> set[str]:
    """Return the paths, below the posts folder, that an article's text and cover point to."""
    found = [*references(article), Reference(article.cover, 1)]
    paths = (reference.path for reference in found if reference.is_local)
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path))
        for path in paths
        if path and not path.endswith(".md")
    }


def _is_inside(file: Path, root: Path) -> bool:
    try:
        return file.is_file() and file.resolve().is_relative_to(root) and not file.name.startswith(".")
    except (OSError, ValueError):
        return False
