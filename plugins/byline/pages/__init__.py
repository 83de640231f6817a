"""What the templates print: every page's texts, addresses and meta data, ready and unescaped."""

from byline.pages.article import ArticleView, describe_article
from byline.pages.checklist import ChecklistView, describe_checklist
from byline.pages.listings import Listing, Overview, listings, overviews
from byline.pages.structured_data import article_data, author_data, json_ld
from byline.pages.views import AuthorView, Entry, Link, SiteView, describe_site

__all__ = [
    "ArticleView",
    "AuthorView",
    "ChecklistView",
    "Entry",
    "Link",
    "Listing",
    "Overview",
    "SiteView",
    "article_data",
    "author_data",
    "describe_article",
    "describe_checklist",
    "describe_site",
    "json_ld",
    "listings",
    "overviews",
]
