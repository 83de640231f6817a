"""What an article's rendered text gives: its excerpt, a summary in plain text, its reading time."""

import math
import re
from dataclasses import dataclass
from html import escape, unescape

import nh3

from byline.articles.article import Article

LONGEST_SUMMARY = 300
_MORE = re.compile(r"<!--\s*more\s*-->")
_PARAGRAPH = re.compile(r"<p[\s>].*?</p>", re.DOTALL)
_NO_TEXT = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1\s*>", re.DOTALL)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_HEADER_LINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>', re.DOTALL)
_EXCERPT_TAGS = {"p", "em", "strong", "i", "b", "code", "ul", "ol", "li", "blockquote", "br", "abbr", "mark"}
_CLEANER = nh3.Cleaner(tags=_EXCERPT_TAGS, attributes={}, link_rel=None)


@dataclass(frozen=True, slots=True)
class RenderedArticle:
    """An article and its HTML; `excerpt` is HTML without links, `summary` plain text of one paragraph.

    The excerpt is what stands above the author's `<!-- more -->`, else the description, else the first
    paragraph.
    """

    article: Article
    html: str
    excerpt: str
    summary: str
    minutes: int


def render_article(article: Article, html: str, *, words_per_minute: int = 265) -> RenderedArticle:
    """Derive from an article's HTML all that listings and feeds need; nothing is converted again."""
    marked = _MORE.search(html)
    opening = html[: marked.start()] if marked else _first_paragraph(html)
    excerpt = _CLEANER.clean(opening).strip()
    summary = article.description or shorten(plain_text(excerpt), LONGEST_SUMMARY)
    if article.description and not marked:
        excerpt = f"<p>{escape(article.description)}</p>"
    minutes = article.readtime or reading_minutes(len(_words(html)), words_per_minute)
    return RenderedArticle(article, html, excerpt, summary, minutes)


def plain_text(html: str) -> str:
    """Return the text of HTML on one line, without header links."""
    return " ".join(_words(html))


def reading_minutes(words: int, words_per_minute: int) -> int:
    """Return the whole minutes that so many words take to read, at least one."""
    return max(1, math.ceil(words / words_per_minute))


def shorten(text: str, most: int) -> str:
    """Cut a text at a word where it is longer than `most` characters."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0].rstrip(",;:–- ") + "…"


def _words(html: str) -> list[str]:
    html = _INLINE_TAG.sub("", _NO_TEXT.sub(" ", _HEADER_LINK.sub("", html)))
    return unescape(_TAG.sub(" ", html)).split()


def _first_paragraph(html: str) -> str:
    """Return the first paragraph that says something and is no title of a box."""
    for found in _PARAGRAPH.finditer(html):
        if "admonition-title" not in found[0].partition(">")[0] and plain_text(found[0]):
            return found[0]
    return ""
