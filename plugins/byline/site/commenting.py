"""Whether an article is discussed, under which id, and for how long."""

from datetime import timedelta

from byline.articles import Article
from byline.comments import Chosen, Conversation, Thread
from byline.site.site import Site


def conversation_of(site: Site, article: Article) -> Conversation:
    """Return what was said about an article, as far as readers see it."""
    shown = article.comments.mode != "none" and article.published(site.now)
    return site.conversations.get(article.path, Conversation()) if shown else Conversation()


def providers_of(site: Site, article: Article) -> tuple[Chosen, ...]:
    """Return the providers below an article: all, or the one it names; a link for e-mail goes with any.

    One that has no thread of this article is none of them.
    """
    options = article.comments
    if options.mode in {"none", "archive"} or not article.published(site.now):
        return ()
    named = {options.provider, "email"}
    thread = thread_of(site, article)
    return tuple(
        chosen
        for chosen in site.comments.providers
        if (not options.provider or chosen.provider.name in named) and chosen.provider.embed(thread)
    )


def is_closed(site: Site, article: Article) -> bool:
    """Say whether new comments have ended: the author says so, or so many days have passed since its date."""
    options = article.comments
    days = site.comments.close_after_days if options.close_after_days is None else options.close_after_days
    over = days is not None and article.date is not None and site.now >= article.date + timedelta(days)
    return over or options.mode in {"closed", "archive"}


def thread_of(site: Site, article: Article, *, language: str = "en") -> Thread:
    """Return the thread of an article, known by an id that its file's name and a new text do not change."""
    options = article.comments
    identity = options.id or article.id or f"/{article.slug}"
    return Thread(identity, article.title, site.absolute(site.path(article)), language, options.threads)
