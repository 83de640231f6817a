"""Which article the comments of an old post belong to."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from byline.addresses import slugify
from byline.articles import Article
from byline.importers.discussions.found import Source

_ENDING = re.compile(r"(?:/index)?\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}-")


class Posts:
    """The site's articles by all that an export may know them by.

    What several articles share (a title) tells nothing, and is not looked at.
    """

    def __init__(self, articles: Iterable[Article], named: Mapping[str, Article] | None = None) -> None:
        articles = tuple(articles)
        self._named = dict(named or {})
        self._used: set[str] = set()
        self._ids = _by(articles, lambda article: [*filter(None, (article.id, article.comments.id))])
        self._slugs = _by(articles, lambda article: [article.slug.casefold()])
        self._stems = _by(articles, lambda article: [_stem(article.file)])
        self._titles = _by(articles, lambda article: [_title(article.title)])

    @property
    def unused(self) -> tuple[str, ...]:
        """Return the old addresses of the author's map that no comment has."""
        return tuple(key for key in self._named if key not in self._used)

    def find(self, source: Source) -> Article | None:
        """Return the article that a post became; the author's map comes first, an equal title last."""
        for key in (key for name in _names(source) for key in address_keys(name)):
            if key in self._named:
                self._used.add(key)
                return self._named[key]
        for name in (source.guid, source.thread, source.url):
            if name and (article := self._ids.get(name)):
                return article
        for slug in filter(None, map(_slug, (source.thread, source.slug, source.url))):
            if article := self._slugs.get(slug) or self._slugs.get(slugify(slug)) or self._stems.get(slug):
                return article
        return self._titles.get(_title(source.title)) if source.title else None


def address_keys(name: str) -> Iterator[str]:
    """Yield what an old address is looked up by: as it is, without its host, and without its query."""
    yield name
    try:
        parts = urlsplit(name)
    except ValueError:
        return
    path = "/" + unquote(parts.path).strip("/")
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    for whole in dict.fromkeys((path + query, path)) if path != "/" or query else ():
        if host:
            yield host + whole
        yield whole


def _names(source: Source) -> Iterator[str]:
    yield from filter(None, (source.url, source.thread, source.guid, source.slug))


def _slug(name: str) -> str:
    """Return the last part of an address, as a slug; nothing where it has none."""
    try:
        path = unquote(urlsplit(name).path)
    except ValueError:
        return ""
    return _ENDING.sub("", path.rstrip("/")).rpartition("/")[2].casefold()


def _stem(file: Path) -> str:
    return _DAY.sub("", file.stem).casefold()


def _title(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).split())


def _by(articles: Iterable[Article], names: Callable[[Article], list[str]]) -> dict[str, Article]:
    """Return the articles by a name that no two of them share."""
    found: dict[str, Article] = {}
    shared: set[str] = set()
    for article in articles:
        for name in set(names(article)):
            if name in found:
                shared.add(name)
            found[name] = article
    return {name: article for name, article in found.items() if name and name not in shared}
