"""The files beside the articles that readers get to see: those that a published article shows or links."""

import posixpath
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from byline.articles.article import Article

_LINKS = re.compile(
    r"\]\(\s*<?([^()<>\s]+)|^\s*\[[^\]]+\]:\s*<?([^<>\s]+)|\b(?:src|href|poster)\s*=\s*[\"']([^\"']+)",
    re.MULTILINE,
)


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
    links = [next(filter(None, found), "") for found in _LINKS.findall(article.body)]
    place = posixpath.dirname(article.path)
    found: set[str] = set()
    for link in (*links, article.cover):
        path = unquote(unescape(link)).partition("#")[0].partition("?")[0]
        if path and ":" not in path and not path.startswith("/") and not path.endswith(".md"):
            found.add(posixpath.normpath(posixpath.join(place, path)))
    return found


def _is_inside(file: Path, root: Path) -> bool:
    try:
        return file.is_file() and file.resolve().is_relative_to(root) and not file.name.startswith(".")
    except (OSError, ValueError):
        return False
