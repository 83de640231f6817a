"""The articles: read from Markdown files, checked, and what their rendered text gives."""

from byline.articles.article import Article
from byline.articles.audio import Audio
from byline.articles.comment_options import CommentOptions, is_days
from byline.articles.files import article_files
from byline.articles.loading import FIELD_NAMES, load_articles, parse_article
from byline.articles.media import is_media, mentions, published_media
from byline.articles.references import Reference, anchors, references
from byline.articles.rendered import RenderedArticle, render_article

__all__ = [
    "FIELD_NAMES",
    "Article",
    "Audio",
    "CommentOptions",
    "Reference",
    "RenderedArticle",
    "anchors",
    "article_files",
    "is_days",
    "is_media",
    "load_articles",
    "mentions",
    "parse_article",
    "published_media",
    "references",
    "render_article",
]
