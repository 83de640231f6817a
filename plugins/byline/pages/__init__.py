"""What the templates print: every page's texts, addresses and meta data, ready and unescaped."""

from byline.pages.article import ArticleView, describe_article
from byline.pages.checklist import (
    LIST_HEAD,
    ChecklistView,
    checklist_key,
    contents,
    describe_checklist,
    surroundings,
)
from byline.pages.checklist_data import as_json, checklist_data, index_data, oembed_data
from byline.pages.conversation import conversation_text
from byline.pages.editing import with_entry
from byline.pages.listings import Listing, Overview, listings, overviews
from byline.pages.playbooks import Playbook, playbooks
from byline.pages.structured_data import article_data, author_data, checklist_list, json_ld
from byline.pages.subscribe import SubscribeView, describe_subscribe, listing_feed
from byline.pages.views import AuthorView, Entry, Link, SiteView, describe_site
from byline.pages.words import script_words, words_for

__all__ = [
    "LIST_HEAD",
    "ArticleView",
    "AuthorView",
    "ChecklistView",
    "Entry",
    "Link",
    "Listing",
    "Overview",
    "Playbook",
    "SiteView",
    "SubscribeView",
    "article_data",
    "as_json",
    "author_data",
    "checklist_data",
    "checklist_key",
    "checklist_list",
    "contents",
    "conversation_text",
    "describe_article",
    "describe_checklist",
    "describe_site",
    "describe_subscribe",
    "index_data",
    "json_ld",
    "listing_feed",
    "listings",
    "oembed_data",
    "overviews",
    "playbooks",
    "script_words",
    "surroundings",
    "with_entry",
    "words_for",
]
