"""What was said about an article, as its page prints it."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from byline.articles import Article
from byline.comments import Comment, Conversation
from byline.pages.dates import Day, describe_date
from byline.pages.words import words_for
from byline.site import Site, conversation_of


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment. `html` is safe to print, everything else plain text; `host` is where it was written.

    `answers` is the id of what it replies to, `answered` its author's name, where that stands further up.
    """

    id: str
    author: str
    url: str
    date: Day | None
    html: str
    source: str
    host: str
    mention: bool
    answers: str
    answered: str
    replies: tuple["CommentView", ...]


@dataclass(frozen=True, slots=True)
class ConversationView:
    """Threads, the oldest first; who liked the article, and who passed it on."""

    threads: tuple[CommentView, ...] = ()
    likes: tuple[CommentView, ...] = ()
    reposts: tuple[CommentView, ...] = ()
    count: int = 0

    @property
    def signs(self) -> tuple[CommentView, ...]:
        """Return the likes and reposts together."""
        return self.likes + self.reposts


def describe_conversation(site: Site, said: Conversation, *, language: str) -> ConversationView:
    """Describe what was said, with dates and words in the site's language."""
    names = {comment.id: author_name(comment, language) for comment in said.walk()}

    def described(comment: Comment) -> CommentView:
        # Dates are those of the site's zone, whatever they were written in.
        local = comment.date and comment.date.astimezone(site.settings.timezone)
        return CommentView(
            id=comment.id,
            author=author_name(comment, language),
            url=comment.url,
            date=describe_date(local, site.settings.date_format, language),
            html=comment.html,
            source=comment.source,
            host=(urlsplit(comment.source).hostname or "") if comment.source else "",
            mention=comment.kind == "mention",
            answers=comment.answers,
            answered=names.get(comment.answers, ""),
            replies=tuple(described(reply) for reply in comment.replies),
        )

    return ConversationView(
        threads=tuple(described(comment) for comment in said.threads),
        likes=tuple(described(sign) for sign in said.signs if sign.kind == "like"),
        reposts=tuple(described(sign) for sign in said.signs if sign.kind == "repost"),
        count=len(names),
    )


def author_name(comment: Comment, language: str) -> str:
    """Return who wrote a comment, in the words of a language where that is not known."""
    return comment.author or words_for(language)["comment_anonymous"]


def conversation_text(site: Site, article: Article, *, language: str) -> str:
    """Return what was said about an article as a section of its page, as the search reads it, or nothing."""
    said = "".join(
        f"<p>{escape(author_name(comment, language), quote=False)}</p>{comment.html}"
        for comment in conversation_of(site, article).walk()
    )
    title = escape(words_for(language)["comments"], quote=False)
    return f'<h2 id="byline-comments-title">{title}</h2>{said}' if said else ""
