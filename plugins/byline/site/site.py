"""The site as it is published at one moment."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, unquote

from byline.addresses import page_url
from byline.articles import Article, is_media
from byline.authors import Author
from byline.checklists import Checklist
from byline.comments import CommentSystem, Conversation
from byline.problems import Problem
from byline.settings import Settings


@dataclass(frozen=True, slots=True)
class Topic:
    """A category, a tag, a year or an author: name, address within the site, articles, newest first."""

    name: str
    path: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All that is published at one moment (`now`). `articles` stand newest first.

    `hidden` are kept from readers. Topics stand by their case-folded name, `positions` say where
    each article stands by its path. `checklists` are those that readers see, by the article's path.
    `conversations` are what was said of published articles, by the article's path; `sources` is the folder
    under which MkDocs and links know the posts.
    """

    settings: Settings
    url: str
    now: datetime
    articles: tuple[Article, ...]
    hidden: tuple[Article, ...]
    authors: Mapping[str, Author]
    by_author: Mapping[str, tuple[Article, ...]]
    positions: Mapping[str, int]
    categories: Mapping[str, Topic]
    tags: Mapping[str, Topic]
    years: Mapping[str, Topic]
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    comments: CommentSystem = field(default_factory=CommentSystem)
    conversations: Mapping[str, Conversation] = field(default_factory=dict)
    directory_urls: bool = True
    sources: str = "posts"

    @property
    def published_authors(self) -> tuple[Author, ...]:
        """Return the authors of whom anything is published, in the order of the author file."""
        return tuple(author for author in self.authors.values() if self.by_author[author.id])

    def address(self, path: str) -> str:
        """Return the address of the page at a site path, relative to the site's root."""
        return page_url(path, directory_urls=self.directory_urls)

    def absolute(self, path: str) -> str:
        """Return the full address of the page at a site path."""
        return self.url + self.address(path)

    def path(self, article: Article) -> str:
        """Return the site path of an article."""
        return f"{self.settings.articles_path}/{article.slug}"

    def author_path(self, author: Author) -> str:
        """Return the site path of an author's page."""
        return f"{self.settings.authors_path}/{author.slug}"

    def checklist_path(self, of: Article | Topic) -> str:
        """Return the site path of an article's checklist, or of a topic's playbook."""
        return f"{of.path if isinstance(of, Topic) else self.path(of)}/checklist"

    def author_topic(self, author: Author) -> Topic:
        """Return what an author has published, as a topic."""
        return Topic(author.name, self.author_path(author), self.by_author[author.id])

    def media_url(self, link: str, folder: str = "") -> str:
        """Return where an image is published that a file in `folder` below the posts names.

        Full addresses, and paths to nothing beside the posts, come back as they are.
        """
        path = posixpath.normpath(posixpath.join(folder, unquote(link)))
        if link and ":" not in link and is_media(self.settings.posts_dir, path):
            return quote(f"{self.sources}/{path}")
        return link
