"""The feed of what was said about one article."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote, urlsplit

from byline.articles import Article
from byline.comments import Comment
from byline.feeds.discussions import COMMENTS
from byline.feeds.entries import in_zone
from byline.feeds.feed import Entry, Feed, Person
from byline.site import Site, conversation_of

LONGEST_SUMMARY = 300


def comment_feed(site: Site, article: Article, *, title: str, anonymous: str, language: str) -> Feed:
    """Return the feed of an article's comments, the newest first, as many as the site's feeds hold.

    `anonymous` is what somebody is called whose name is not known. Comments without a date stay out.
    """
    dated = [comment for comment in conversation_of(site, article).walk() if comment.date]
    dated.sort(key=lambda comment: comment.date or site.now, reverse=True)
    url = f"{site.absolute(site.path(article))}#{COMMENTS}"
    return Feed(
        id=url,
        url=url,
        title=title,
        description=title,
        language=language,
        entries=tuple(_entries(site, article, dated[: site.settings.feed_length], anonymous)),
    )


def _entries(site: Site, article: Article, comments: list[Comment], anonymous: str) -> Iterator[Entry]:
    page = site.absolute(site.path(article))
    for comment in comments:
        if comment.date:
            author = comment.author or anonymous
            moment = in_zone(comment.date, site.settings.timezone)
            yield Entry(
                id=_permanent_id(site, article, comment),
                url=f"{page}#comment-{comment.id}",
                title=author,
                summary=_summary(comment.text),
                content=comment.html or _link(comment.source),
                published=moment,
                updated=moment,
                authors=(Person(author, comment.url),),
            )


def _permanent_id(site: Site, article: Article, comment: Comment) -> str:
    """Return a tag URI (RFC 4151) of what never changes: the article's identity, the comment's id and day."""
    host = urlsplit(site.url).hostname or "localhost"
    thread = quote(article.id or article.slug, safe="")
    return f"tag:{host},{comment.date:%Y-%m-%d}:{thread}/comments/{comment.id}"


def _summary(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_SUMMARY else words[:LONGEST_SUMMARY].rpartition(" ")[0] + "…"


def _link(address: str) -> str:
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>' if address else ""
