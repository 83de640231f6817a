"""What no single file can know: authors that nobody described, two pages on one address."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from byline.articles import FIELD_NAMES, Article
from byline.authors import Author
from byline.problems import Problem, did_you_mean, shown_path
from byline.settings import Settings
from byline.site.site import Site


def author_problems(
    articles: Iterable[Article], authors: Mapping[str, Author], settings: Settings
) -> Iterator[Problem]:
    """Report authors of articles who do not stand in the author file."""
    for article in articles:
        for author_id in article.authors:
            if author_id not in authors:
                file = settings.authors_file.name
                mend = (
                    did_you_mean(author_id, authors)
                    + f"add `{author_id}:` to {file}, or use an id that is there"
                )
                yield article.problem("authors", f"there is no author `{author_id}`", mend)


def identity_problems(
    articles: Iterable[Article], authors: Mapping[str, Author], settings: Settings
) -> Iterator[Problem]:
    """Report two articles with one id, and two authors on one address.

    The id of an article that names none is its slug: comments and ticks are kept under either.
    """
    articles = tuple(articles)
    ids = {article.slug: article for article in articles if not article.id}
    for article in articles:
        if article.id and (first_one := ids.setdefault(article.id, article)) is not article:
            mend = "give each its own: feeds, comments and ticks know an article by it"
            yield article.problem("id", f"the id `{article.id}` is that of {first_one.path} as well", mend)
    people: dict[str, Author] = {}
    for author in authors.values():
        first = people.setdefault(author.slug.casefold(), author)
        if first is not author:
            wrong = f"author `{author.id}` has the address of author `{first.id}`"
            yield Problem(
                settings.authors_file, author.line, wrong, "give one of the two a `slug:` of its own"
            )


def folder_problems(settings: Settings, target: Path) -> Iterator[Problem]:
    """Report a site folder that a build would empty together with what the author wrote."""
    site = target.resolve()
    for written in (
        settings.posts_dir.resolve(),
        settings.authors_file.resolve(),
        settings.docs_dir.resolve(),
    ):
        if written.is_relative_to(site) or (site.is_relative_to(written) and site != written):
            wrong = f"`site_dir` ({shown_path(site)}) and {shown_path(written)} lie within each other"
            yield Problem(
                settings.file, 1, wrong, "choose a `site_dir` apart: a build replaces that folder whole"
            )


def picture_problems(site: Site) -> Iterator[Problem]:
    """Report pictures and sounds that are nowhere: neither beside the post or author file, nor in docs/."""
    for article in (*site.articles, *site.hidden):
        folder = posixpath.dirname(article.path)
        if article.cover and not _is_there(site, article.cover, folder):
            mend = "name a picture by its path from this article, or by its full address"
            yield article.problem("cover", f"the cover `{article.cover}` is not there", mend)
        if article.audio and not _is_there(site, article.audio.url, folder):
            mend = "name a file by its path from this article, or write `url: https://…` and its `length:`"
            yield article.problem("audio", f"the sound `{article.audio.url}` is not there", mend)
    for author in site.authors.values():
        if author.avatar and not _is_there(site, author.avatar, ""):
            wrong = f"the avatar `{author.avatar}` of `{author.id}` is not there"
            mend = "name a picture in the folder of the posts, or its full address"
            yield Problem(site.settings.authors_file, author.line, wrong, mend)
    podcast = site.settings.podcast
    if podcast and not _is_there(site, podcast.image, ""):
        wrong = f"podcast: the picture `{podcast.image}` is not there"
        mend = "name a file in docs/, or its full address"
        yield site.settings.problem(wrong, mend, "podcast", "image")


def remote_picture_warnings(site: Site) -> Iterator[Problem]:
    """Point out pictures that every reader's browser would fetch from somebody else, unasked."""
    mend = "put the picture beside the posts"
    for article in (*site.articles, *site.hidden):
        if ":" in article.cover:
            wrong = f"the cover is fetched from {urlsplit(article.cover).hostname} by every reader"
            yield article.problem("cover", wrong, mend, warning=True)
    for author in site.authors.values():
        if ":" in author.avatar:
            host = urlsplit(author.avatar).hostname
            wrong = f"the avatar of `{author.id}` is fetched from {host} by every reader"
            yield Problem(site.settings.authors_file, author.line, wrong, mend, warning=True)


def _is_there(site: Site, link: str, folder: str) -> bool:
    """Say whether a file is elsewhere on the web, beside the posts, or among the pages."""
    if ":" in link or site.media_url(link, folder) != link:
        return True
    path = posixpath.normpath(unquote(link).lstrip("/"))
    return not path.startswith("..") and (site.settings.docs_dir / path).is_file()


def field_problems(articles: Iterable[Article]) -> Iterator[Problem]:
    """Point out front-matter fields that look like misspelled ones; fields of other tools pass.

    What may be a misspelled `draft` or `date` is no warning but a problem: it would publish.
    """
    meant: dict[str, str] = dict.fromkeys(FIELD_NAMES, "")
    for article in articles:
        for name in map(str, article.meta):
            if name not in meant:
                near = get_close_matches(name.casefold(), FIELD_NAMES, n=1, cutoff=0.8)
                meant[name] = near[0] if near else ""
            if meant[name]:
                wrong = f"`{name}` is no field that is known here"
                grave = meant[name] in {"draft", "date"}
                yield article.problem(name, wrong, f"did you mean `{meant[name]}`?", warning=not grave)


def category_warnings(site: Site) -> Iterator[Problem]:
    """Point out categories that bear almost the name of another, larger one."""
    by_size = sorted(site.categories.values(), key=lambda topic: len(topic.articles), reverse=True)
    for number, topic in enumerate(by_size):
        larger = [other.name for other in by_size[:number] if len(other.articles) > len(topic.articles)]
        if near := get_close_matches(topic.name, larger, n=1, cutoff=0.8):
            article = topic.articles[0]
            wrong = f"the category `{topic.name}` is used {len(topic.articles)} time(s)"
            yield article.problem("categories", wrong, f"did you mean `{near[0]}`?", warning=True)
