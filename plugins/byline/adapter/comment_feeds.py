"""The feeds of what was said about articles, as files: each written once, and remembered by later builds."""

from collections.abc import Iterator

from byline.adapter.build import Build
from byline.adapter.processes import spread
from byline.articles import Article
from byline.cache import digest, software
from byline.feeds import FORMATS, Feed, FeedLink, address_of, comment_feed, comments_address, comments_place

_KIND = "comment-feed"
_TOGETHER = 16


def comment_feeds(build: Build, *, style: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of every such feed, in every format."""
    feeds = [(article, _feed(build, article)) for article in build.site.articles if _address(build, article)]
    keys = [digest(software(), style, feed) for _, feed in feeds]
    known: list[dict[str, str] | None] = [build.cache.load(_KIND, key) for key in keys]
    new = [number for number, texts in enumerate(known) if not isinstance(texts, dict)]
    parts = [new[start : start + _TOGETHER] for start in range(0, len(new), _TOGETHER)]

    def write(numbers: list[int]) -> list[dict[str, str]]:
        return [dict(_texts(build, *feeds[number], style)) for number in numbers]

    for part, written in zip(parts, spread(write, parts), strict=True):
        for number, texts in zip(part, written, strict=True):
            build.cache.save(_KIND, keys[number], texts)
            known[number] = texts
    for every in known:
        yield from (every or {}).items()


def comment_link(build: Build, article: Article) -> FeedLink | None:
    """Return the feed of an article's comments as its page names it to browsers, if there is one."""
    address = _address(build, article)
    return FeedLink(_title(build, article), address, FORMATS[0][1]) if address else None


def _address(build: Build, article: Article) -> str:
    return comments_address(build.site, article) if build.site.conversations else ""


def _title(build: Build, article: Article) -> str:
    return build.view.words["comments_on"].format(title=article.title)


def _feed(build: Build, article: Article) -> Feed:
    anonymous = build.view.words["comment_anonymous"]
    title = _title(build, article)
    return comment_feed(build.site, article, title=title, anonymous=anonymous, language=build.language)


def _texts(build: Build, article: Article, feed: Feed, style: str) -> Iterator[tuple[str, str]]:
    for name, _, write in FORMATS:
        place = comments_place(build.site, article, name)
        yield place, write(feed, address=address_of(build.site, place), style=style)
