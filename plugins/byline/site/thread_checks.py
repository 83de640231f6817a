"""Whether what articles say of their comments fits the providers of the site."""

from collections.abc import Iterable, Iterator

from byline.articles import Article
from byline.comments import CommentSystem
from byline.documents import parse_yaml, split_front_matter
from byline.problems import Problem, did_you_mean
from byline.site.site import Site


def thread_problems(articles: Iterable[Article], comments: CommentSystem) -> Iterator[Problem]:
    """Report providers that the site does not have, and posts that its provider cannot show the replies of.

    A post of a network that the site has no provider for is one to fetch mentions of.
    """
    providers = {chosen.provider.name: chosen.provider for chosen in comments.providers}
    for article in articles:
        options = article.comments
        if options.provider and options.provider not in providers:
            yield _problem(
                article,
                "provider",
                f"`provider: {options.provider}` is none of this site's",
                did_you_mean(options.provider, providers) + _mend(providers),
            )
        for name, post in options.threads.items():
            if name in providers and (mend := providers[name].refuses(post)):
                yield _problem(article, name, f"no replies can be shown of `{name}: {post}`", mend)


def comment_warnings(site: Site) -> Iterator[Problem]:
    """Point out what of the site's comments only a preview shows."""
    yield from site.comments.warnings


def _mend(providers: Iterable[str]) -> str:
    known = ", ".join(providers)
    return f"choose one of {known}" if known else "the site has no `comments:` in mkdocs.yml: take it out"


def _problem(article: Article, key: str, wrong: str, mend: str) -> Problem:
    """Return a problem on the line of a key below `comments:`."""
    head = split_front_matter(article.text)
    document = parse_yaml(head.yaml, article.file, first_line=head.yaml_line)
    return Problem(article.file, document.line("comments", key), f"comments: {wrong}", mend)
