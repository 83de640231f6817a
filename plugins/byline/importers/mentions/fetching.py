"""Asking all sources of a site's mentions, a few at a time; where one fails, the others go on."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from byline.articles import Article
from byline.importers.mentions.asking import Asker, AskingError
from byline.importers.mentions.bluesky import fetch_bluesky
from byline.importers.mentions.gathering import Gathered
from byline.importers.mentions.mastodon import fetch_mastodon
from byline.importers.mentions.webmentions import fetch_webmentions
from byline.problems import ContentError, Problem
from byline.settings import Settings

AT_ONCE = 4

_Question = tuple[Callable[[], Gathered], Callable[[str], Problem]]


def fetch_mentions(
    settings: Settings, articles: Sequence[Article], environment: Mapping[str, str]
) -> tuple[list[Gathered], list[Problem]]:
    """Return what the sources gave, and what is wrong with those that gave nothing.

    Raises `ContentError` where the key that goes with the question is missing.
    """
    ask = Asker(settings.mentions.hosts)
    questions = [*_webmentions(ask, settings, environment), *_threads(ask, settings, articles)]
    with ThreadPoolExecutor(AT_ONCE) as workers:
        answers = list(workers.map(_answer, questions))
    gathered = [answer for answer in answers if isinstance(answer, Gathered)]
    return gathered, [answer for answer in answers if isinstance(answer, Problem)]


def _answer(question: _Question) -> Gathered | Problem:
    fetch, problem = question
    try:
        return fetch()
    except AskingError as error:
        return problem(str(error))


def _webmentions(ask: Asker, settings: Settings, environment: Mapping[str, str]) -> list[_Question]:
    options = settings.mentions
    if not options.webmentions:
        return []
    token = environment.get(options.token_env, "") if options.token_env else ""
    if options.token_env and not token:
        wrong = f"mentions: the environment variable `{options.token_env}` is empty"
        mend = "set it to the key that https://webmention.io/settings shows, or take `token_env` out"
        raise ContentError([settings.problem(wrong, mend, "mentions", "token_env")])

    def problem(why: str) -> Problem:
        mend = "try again later, or mend the address"
        return settings.problem(f"mentions: `{options.webmentions}`: {why}", mend, "mentions", "webmentions")

    return [(partial(fetch_webmentions, ask, options.webmentions, token), problem)]


def _threads(ask: Asker, settings: Settings, articles: Sequence[Article]) -> list[_Question]:
    """Return a question for each post elsewhere that an article names."""
    questions: list[_Question] = []
    for article in articles:
        for name, address in article.comments.threads.items():
            if name == "mastodon":
                fetch = partial(fetch_mastodon, ask, address, article)
            else:
                fetch = partial(fetch_bluesky, ask, settings.mentions.bluesky, address, article)
            questions.append((fetch, partial(_problem, article, name, address)))
    return questions


def _problem(article: Article, name: str, address: str, why: str) -> Problem:
    mend = "try again later, or mend the address"
    return article.problem("comments", f"`{name}: {address}`: {why}", mend)
