"""How many comments a listing says its articles have."""

from byline.articles import Article
from byline.comments import Chosen, Counts
from byline.site import Site, is_closed, providers_of, thread_of


def describe_counts(site: Site) -> Counts | None:
    """Return where listings ask for numbers; None where no provider tells, or the site does not ask."""
    chosen = _counting(site)
    return chosen.provider.counts() if chosen else None


def counted_thread(site: Site, article: Article) -> str:
    """Return the id of an article's thread; empty where no number is asked for, or the thread is closed."""
    chosen = _counting(site)
    if not chosen or chosen not in providers_of(site, article) or is_closed(site, article):
        return ""
    return thread_of(site, article).id


def _counting(site: Site) -> Chosen | None:
    asked = (chosen for chosen in site.comments.providers if chosen.counts and chosen.provider.counts())
    return next(asked, None)
