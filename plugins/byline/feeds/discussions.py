"""Where an article is discussed: its page, how many comments stand there, their feed."""

from byline.articles import Article
from byline.feeds.feed import Discussion
from byline.feeds.formats import FORMATS
from byline.feeds.publishing import address_of
from byline.site import Site, conversation_of, providers_of

COMMENTS = "byline-comments-title"
"""The element of an article's page that its comments stand below."""


def discussion_of(site: Site, article: Article) -> Discussion | None:
    """Return where an article is discussed, if anywhere. Only comments that the site has itself count."""
    said = conversation_of(site, article)
    if not said.threads and not providers_of(site, article):
        return None
    return Discussion(
        url=f"{site.absolute(site.path(article))}#{COMMENTS}",
        count=said.count if said.threads else None,
        feed=comments_address(site, article),
    )


def comments_place(site: Site, article: Article, name: str) -> str:
    """Return where the feed of an article's comments stands, in the format of a file name, or nothing."""
    said = any(comment.date for comment in conversation_of(site, article).walk())
    return f"{site.path(article)}/comments/{name}" if said else ""


def comments_address(site: Site, article: Article) -> str:
    """Return the full address of that feed, in the format that every reader knows, or nothing."""
    place = comments_place(site, article, FORMATS[0][0])
    return address_of(site, place) if place else ""
