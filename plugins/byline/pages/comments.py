"""The comments below an article, as its page prints them."""

from dataclasses import dataclass

from byline.articles import Article
from byline.comments import Embed
from byline.pages.conversation import ConversationView, describe_conversation
from byline.site import Site, conversation_of, is_closed, providers_of, thread_of


@dataclass(frozen=True, slots=True)
class EmbedView:
    """A thread that a reader can open, or a link alone; `load` says when it is opened."""

    embed: Embed
    load: str = "click"


@dataclass(frozen=True, slots=True)
class CommentsView:
    """What stands below an article's text: threads and links, what was said before, whether it may go on."""

    embeds: tuple[EmbedView, ...]
    conversation: ConversationView
    closed: bool


def describe_comments(site: Site, article: Article, *, language: str) -> CommentsView | None:
    """Describe the comments of an article; None where there is nothing to show."""
    said, closed = conversation_of(site, article), is_closed(site, article)
    if not (site.comments.providers or said.threads or said.signs):
        return None
    thread = thread_of(site, article, language=language)
    embeds = (
        EmbedView(embed, chosen.load)
        for chosen in providers_of(site, article)
        if (embed := chosen.provider.embed(thread)) and not (closed and (embed.module or embed.template))
    )
    view = CommentsView(tuple(embeds), describe_conversation(site, said, language=language), closed)
    return view if view.embeds or said.threads or said.signs else None
