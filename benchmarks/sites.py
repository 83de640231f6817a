"""The same articles as a site of each tool: Byline, Material's blog, Pelican, Hugo.

A site's configuration is what its tool's documentation shows for a blog with feeds. Pelican and Hugo have far
simpler pages, neither search nor checklists, and do not check links: their figures say what is possible, not
what the same site would cost.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from article import CATEGORIES, name_of, write_article
from corpus import authors_yaml, write_posts

_HEAD = "site_name: Bench\nsite_url: https://example.org/\ntheme: {name: material}\n"
_EXTENSIONS = "markdown_extensions: [attr_list, toc, tables, pymdownx.highlight, pymdownx.superfences]\n"
_BYLINE = "plugins:\n  - search\n  - byline:\n      authors_file: posts/authors.yml\n"
_MATERIAL = (
    "nav: [index.md, blog/index.md]\nplugins:\n  - search\n  - tags\n  - blog: {post_url_format: '{slug}'}\n"
    "  - rss: {match_path: 'blog/posts/.*', use_git: false, date_from_meta: {as_creation: date}}\n"
)
_PELICAN = """SITENAME = "Bench"
SITEURL = "https://example.org"
PATH = "content"
ARTICLE_PATHS = ["posts"]
STATIC_PATHS = ["posts/pictures"]
OUTPUT_PATH = "site"
TIMEZONE = "UTC"
DEFAULT_PAGINATION = 10
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
FEED_ALL_RSS = "feeds/all.rss.xml"
"""
_HUGO = """baseURL = "https://example.org/"
title = "Bench"
publishDir = "site"
[pagination]
pagerSize = 10
[taxonomies]
category = "categories"
tag = "tags"
author = "authors"
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""
_HUGO_LAYOUTS = {
    "baseof.html": (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head>"
        '<body><a href="/">{{ site.Title }}</a><main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "single.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Date.Format "2006-01-02" }}{{ .Content }}'
        '{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}'
    ),
    "list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}'
        '<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}{{ end }}'
        '{{ template "_internal/pagination.html" . }}{{ end }}'
    ),
}
_NO_DATA = (
    '<link rel="alternate" type="application/rss+xml" href="{{ config.site_url }}{{ byline.feed_url }}">\n'
)


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: how it is started, where a site of its keeps the articles, and what makes such a site."""

    command: tuple[str, ...]
    posts: str
    make: Callable[[Path, int], None]


def make_byline(site: Path, articles: int, *, first: int = 0, extra: str = "", settings: str = "") -> None:
    write_posts(site / "posts", articles, first=first, extra=extra)
    (site / "posts" / "authors.yml").write_text(authors_yaml(bios=True), encoding="utf-8")
    _write_mkdocs(site, _HEAD + _BYLINE + settings + _EXTENSIONS)


def make_plain(site: Path, articles: int) -> None:
    """Make a site of Byline's without checklists, structured data and data for cards.

    No option leaves the data out: a template does, so that what it costs to gather it is still counted.
    """
    make_byline(site, articles, extra="checklist: false\n")
    partials = site / "overrides" / "byline" / "partials"
    partials.mkdir(parents=True, exist_ok=True)
    (partials / "meta.html").write_text(_NO_DATA)
    head = _HEAD.replace("name: material", "name: material, custom_dir: overrides")
    _write_mkdocs(site, head + _BYLINE + _EXTENSIONS)


def make_pagefind(site: Path, articles: int) -> None:
    make_byline(site, articles, settings="      search: pagefind\n")


def make_material(site: Path, articles: int) -> None:
    write_posts(site / "docs" / "blog" / "posts", articles)
    (site / "docs" / "blog" / ".authors.yml").write_text(
        authors_yaml(bios=False, pictures="blog/pictures"), encoding="utf-8"
    )
    (site / "docs" / "blog" / "index.md").write_text("# Blog\n")
    _write_mkdocs(site, _HEAD + _MATERIAL + _EXTENSIONS)


def make_pelican(site: Path, articles: int) -> None:
    posts = site / "content" / "posts"
    write_posts(posts, articles)
    for number in range(articles):
        article = write_article(number)
        head = (
            f"Title: {article.title}\nSlug: {article.slug}\nDate: {article.date}\nAuthors: {article.author}\n"
            f"Category: {article.category}\nTags: {', '.join(article.tags)}\n\n"
        )
        body = article.body.replace("](post-", "]({filename}post-").replace("](pic", "]({static}pic")
        (posts / name_of(number)).write_text(head + body, encoding="utf-8")
    (site / "pelicanconf.py").write_text(_PELICAN)


def make_hugo(site: Path, articles: int) -> None:
    write_posts(site / "content" / "posts", articles)
    (site / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    for name, text in _HUGO_LAYOUTS.items():
        (site / "layouts" / "_default" / name).write_text(text)
    (site / "hugo.toml").write_text(_HUGO)


def _write_mkdocs(site: Path, settings: str) -> None:
    (site / "docs").mkdir(exist_ok=True)
    topics = "\n".join(f"- {category}" for category in CATEGORIES)
    (site / "docs" / "index.md").write_text(f"# Home\n\n{topics}\n")
    (site / "mkdocs.yml").write_text(settings)


_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")
TOOLS = {
    "byline": Tool(_MKDOCS, "posts", make_byline),
    "plain": Tool(_MKDOCS, "posts", make_plain),
    "byline-pagefind": Tool(_MKDOCS, "posts", make_pagefind),
    "material": Tool(_MKDOCS, "docs/blog/posts", make_material),
    "pelican": Tool(("pelican", "--quiet"), "content/posts", make_pelican),
    "hugo": Tool(("hugo", "--quiet"), "content/posts", make_hugo),
}


def found(tool: Tool, folders: str) -> Tool | None:
    """Return the tool with its command's place, looked for in `folders` and on the path; None without it."""
    places = os.pathsep.join([folders, os.environ.get("PATH", "")])
    place = shutil.which(tool.command[0], path=places)
    return Tool((place, *tool.command[1:]), tool.posts, tool.make) if place else None
