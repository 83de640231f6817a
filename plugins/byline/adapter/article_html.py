"""An article's HTML with the parts of its checklist, and all that follows from it: worked out once."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from byline.adapter.pages import ArticlePage
from byline.articles import Article, render_article
from byline.cache import Cache, digest, software
from byline.checklists import Checklist, anchor_items, place_items, settle_box_mark
from byline.pages import LIST_HEAD, checklist_key, contents, script_words, words_for
from byline.site import Site

_KIND = "article"


@dataclass(frozen=True, slots=True)
class ArticleHtml:
    """The HTML of an article's page, and what listings show of it.

    `anchors` is the element that holds each item's sentence, `placed` are the items whose boxes stand in the
    article's own lists, `told` is a digest of what pages say of the checklist, "" where there is none.
    Excerpt, summary and minutes know nothing of the checklist.
    """

    html: str
    excerpt: str
    summary: str
    minutes: int
    anchors: dict[str, str]
    placed: list[str]
    told: str = ""


class ArticleMaker:
    """Makes the HTML of articles' pages of what the articles were converted to."""

    def __init__(self, site: Site, language: str, cache: Cache) -> None:
        self._site, self._language, self._cache = site, language, cache
        self._ready: dict[str, ArticleHtml] = {}

    def make(self, article: Article, html: str) -> tuple[str, ArticleHtml]:
        """Return a digest of all that decides, and what the article's page shows and listings show of it."""
        key = _key(self._site, article, html, self._language)
        made = self._ready.pop(key, None)
        if made is None:
            made = _from_plain(self._cache.load(_KIND, key), html)
            if made:
                return key, made
            made = _made(self._site, article, html, self._language)
        kept = "" if made.html == html else made.html
        shown = [made.excerpt, made.summary, made.minutes, made.anchors, made.placed, made.told]
        self._cache.save(_KIND, key, [kept, *shown])
        return key, made

    def foresee(self, page: ArticlePage, html: str) -> tuple[str, ArticleHtml]:
        """Work that out ahead, perhaps in another process, for `keep`."""
        key = _key(self._site, page.article, html, self._language)
        return key, _made(self._site, page.article, html, self._language)

    def keep(self, foreseen: tuple[str, ArticleHtml]) -> None:
        """Keep what was worked out ahead until it is asked for."""
        key, made = foreseen
        self._ready[key] = made


def _key(site: Site, article: Article, html: str, language: str) -> str:
    """Return the digest of all that decides: what is drawn from a text depends on nothing but the text."""
    checklist = site.checklists.get(article.path)
    return digest(
        software(),
        _hash(html),
        _hash(article.text),
        _places(checklist) if checklist else (),
        (article.id or article.slug, article.title, article.description, article.readtime),
        (site.settings.words_per_minute, language),
    )


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _places(checklist: Checklist) -> list[Any]:
    items = [(item.start, item.end, item.kind, item.id, item.aliases) for item in checklist.items]
    return [checklist.language, items]


def _from_plain(value: Any, html: str) -> ArticleHtml | None:
    try:
        kept = ArticleHtml(*value) if value else None
    except TypeError:
        return None
    return kept if kept is None or kept.html else ArticleHtml(html, *value[1:])


def _made(site: Site, article: Article, html: str, language: str) -> ArticleHtml:
    checklist = site.checklists.get(article.path)
    html = settle_box_mark(html, has_checklist=checklist is not None)
    rendered = render_article(article, html, words_per_minute=site.settings.words_per_minute)
    gist = rendered.excerpt, rendered.summary, rendered.minutes
    if not checklist:
        return ArticleHtml(html, *gist, {}, [])
    page = anchor_items(html, article.text, checklist)
    spoken = checklist.language, language
    data = {"data-key": checklist_key(article), "data-words": script_words(*spoken)}
    back = words_for(*spoken)["to_checklist"]
    shown, placed = place_items(page, checklist, data=data, back=back, head=LIST_HEAD)
    told = digest(contents(checklist, page.anchors, placed))
    return ArticleHtml(shown, *gist, dict(page.anchors), sorted(placed), told)
