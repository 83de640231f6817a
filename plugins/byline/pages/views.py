"""The small values that most pages print: links, authors, an article's entry in a listing, the site."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from byline.articles import Article, RenderedArticle
from byline.authors import Author
from byline.comments import Counts
from byline.pages.counting import counted_thread, describe_counts
from byline.pages.dates import Day, describe_date
from byline.pages.words import words_for
from byline.settings import Mentions, Newsletter
from byline.site import Site, Topic, conversation_of


@dataclass(frozen=True, slots=True)
class Link:
    """A name and an address; `count` says how many articles stand behind it."""

    name: str
    url: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class AuthorView:
    """An author as pages print them; `url` is their page on the site, `paragraphs` their bio."""

    name: str
    url: str
    description: str
    tagline: str
    paragraphs: tuple[str, ...]
    avatar: str
    initials: str
    links: tuple[Link, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a listing. `excerpt` is HTML, everything else plain text; `date` may lack on drafts.

    `draft` says that only a preview shows it, `scheduled` that it waits for nothing but its date. `comments`
    is the number of archived comments, `thread` the id by which scripts ask how many there are besides.
    """

    title: str
    url: str
    date: Day | None
    updated: Day | None
    minutes: int
    excerpt: str
    summary: str
    description: str
    cover: str
    authors: tuple[AuthorView, ...]
    categories: tuple[Link, ...]
    tags: tuple[Link, ...]
    draft: bool
    scheduled: bool
    pinned: bool
    comments: int = 0
    thread: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What pages print of the site. `entries` stand newest first, by the article's path.

    `archive` has each year's entries beside the link to that year, the newest first. `words` are what pages
    say in the site's language, `counts` tells where scripts ask for numbers of comments, `mentions` where
    other sites send what they say of an article.
    """

    entries: Mapping[str, Entry]
    authors: Mapping[str, AuthorView]
    categories: tuple[Link, ...]
    tags: tuple[Link, ...]
    years: tuple[Link, ...]
    archive: tuple[tuple[Link, tuple[Entry, ...]], ...]
    articles_url: str
    feed_url: str
    subscribe_url: str
    newsletter: Newsletter | None
    words: Mapping[str, str]
    counts: Counts | None = None
    mentions: Mentions = field(default_factory=Mentions)

    @property
    def newest(self) -> tuple[Entry, ...]:
        """Return all entries, newest first."""
        return tuple(self.entries.values())

    def among(self, articles: Iterable[Article]) -> tuple[Entry, ...]:
        """Return the entries of some articles, in their order."""
        return tuple(self.entries[article.path] for article in articles)


def describe_site(site: Site, rendered: Mapping[str, RenderedArticle], *, language: str) -> SiteView:
    """Describe a whole site once, for all its pages. `rendered` holds every shown article by its path."""
    authors = {author.id: describe_author(site, author) for author in site.published_authors}
    entries = {
        article.path: _describe_entry(site, rendered[article.path], authors, language)
        for article in site.articles
    }
    years = describe_topics(site, site.years.values())
    by_year = (tuple(entries[article.path] for article in year.articles) for year in site.years.values())
    return SiteView(
        entries=entries,
        authors=authors,
        categories=describe_topics(site, site.categories.values()),
        tags=describe_topics(site, site.tags.values()),
        years=years,
        archive=tuple(zip(years, by_year, strict=True)),
        articles_url=site.address(site.settings.articles_path),
        feed_url="feed.xml",
        subscribe_url=site.address(site.settings.subscribe_path),
        newsletter=site.settings.newsletter,
        words=words_for(language),
        counts=describe_counts(site),
        mentions=site.settings.mentions,
    )


def describe_author(site: Site, author: Author) -> AuthorView:
    """Return an author as pages print them."""
    elsewhere = [Link(link.label, link.url) for link in author.links]
    if author.url:
        elsewhere.insert(0, Link(urlsplit(author.url).hostname or author.url, author.url))
    if author.email:
        elsewhere.append(Link("E-mail", f"mailto:{author.email}"))
    return AuthorView(
        name=author.name,
        url=site.address(site.author_path(author)),
        description=author.description,
        tagline=author.tagline,
        paragraphs=tuple(" ".join(part.split()) for part in author.bio.split("\n\n") if part.strip()),
        avatar=site.media_url(author.avatar),
        initials=author.initials,
        links=tuple(elsewhere),
        articles=len(site.by_author[author.id]),
    )


def describe_topics(site: Site, topics: Iterable[Topic]) -> tuple[Link, ...]:
    """Return links to topics, each with the number of its articles."""
    return tuple(Link(topic.name, site.address(topic.path), len(topic.articles)) for topic in topics)


def _describe_entry(
    site: Site, rendered: RenderedArticle, authors: Mapping[str, AuthorView], language: str
) -> Entry:
    article = rendered.article
    return Entry(
        title=article.title,
        url=site.address(site.path(article)),
        date=describe_date(article.date, site.settings.date_format, language),
        updated=describe_date(article.updated, site.settings.date_format, language),
        minutes=rendered.minutes,
        excerpt=rendered.excerpt,
        summary=rendered.summary,
        description=article.description,
        cover=site.media_url(article.cover, posixpath.dirname(article.path)),
        authors=tuple(authors[author_id] for author_id in article.authors),
        categories=_links(site, article.categories, site.categories),
        tags=_links(site, article.tags, site.tags),
        draft=not article.published(site.now),
        scheduled=not article.draft and article.date is not None and article.date > site.now,
        pinned=article.pin,
        comments=conversation_of(site, article).count,
        thread=counted_thread(site, article),
    )


def _links(site: Site, names: Iterable[str], topics: Mapping[str, Topic]) -> tuple[Link, ...]:
    """Return links to topics without numbers, which would change with every article of theirs."""
    found = {name.casefold(): topics[name.casefold()] for name in names}
    return tuple(Link(topic.name, site.address(topic.path)) for topic in found.values())
