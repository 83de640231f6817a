"""A new post: a draft to write in."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from byline.addresses import slugify
from byline.authors import Author
from byline.problems import ContentError, Problem


def new_post(title: str, posts: Path, authors: Mapping[str, Author]) -> Path:
    """Write a draft with this title into the posts folder and return its file; never over another.

    The only author of a site is put in; with several, the line waits for one of their ids. The slug is
    written down, so that the article keeps its address, its comments and its place in feeds when the title
    changes.
    """
    title = " ".join(title.split())
    slug = slugify(title)
    if not slug:
        mend = "write a title with a few letters; it can be changed later"
        raise ContentError(
            [Problem(posts / "….md", 1, f"no file name can be made of the title `{title}`", mend)]
        )
    file = posts / f"{slug}.md"
    if file.exists():
        raise ContentError(
            [Problem(file, 1, "this post exists already", "choose another title, or write on in it")]
        )
    posts.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as post:
        post.write(_text(title, slug, list(authors)))
    return file


def _text(title: str, slug: str, authors: list[str]) -> str:
    known = f"  # one or more of: {', '.join(authors)}" if len(authors) > 1 else ""
    return (
        "---\n"
        f"{_line('title', title)}\n"
        f"{_line('slug', slug)}  # its address; feeds and comments know it by this\n"
        "draft: true  # remove this line and add `date: YYYY-MM-DD` to publish\n"
        f"authors: [{authors[0] if len(authors) == 1 else ''}]{known}\n"
        "categories: []\n"
        "tags: []\n"
        'description: ""  # one sentence for listings, search engines and feeds\n'
        "---\n\n"
        "The first paragraph is what listings show. Give it the one thing that makes a reader go on.\n"
    )


def _line(key: str, value: str) -> str:
    return yaml.safe_dump({key: value}, allow_unicode=True, width=1000).rstrip("\n")
