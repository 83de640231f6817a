"""The posts that are there already: which files they came from, and which addresses they take."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from byline.addresses import slugify
from byline.articles.files import article_files
from byline.articles.titles import split_heading, title_of
from byline.documents import parse_yaml, read_text, split_front_matter
from byline.problems import ContentError

DATE_IN_NAME = re.compile(r"(?P<date>\d{4}[-_]\d{2}[-_]\d{2})(?=[-_. ]|\Z)[-_ ]*")

_SOURCE_ID = re.compile(r"^source_id:[ \t]*[\"']?(?P<id>[^\s\"']+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the site: its file, the id of the file it was imported from (or none), its slug."""

    file: Path
    source_id: str = ""
    slug: str = ""


def read_posts(folder: Path) -> tuple[Post, ...]:
    """Read what an import has to know of the posts below a folder; posts with problems count as well."""
    return tuple(_read_post(file) for file in article_files(folder)) if folder.is_dir() else ()


def slug_of_name(file: Path) -> str:
    """Return the slug for a post that is made of a file of this name, its date left off."""
    return slugify(DATE_IN_NAME.sub("", file.stem, count=1))


def _read_post(file: Path) -> Post:
    try:
        text = read_text(file)
    except (ContentError, OSError):
        return Post(file, slug=slugify(title_of(file)))
    head = split_front_matter(text)
    try:
        values: Mapping[str, Any] = parse_yaml(head.yaml, file).values
    except ContentError:
        found = _SOURCE_ID.search(head.yaml)
        return Post(file, found["id"] if found else "", slugify(title_of(file)))
    title = str(values.get("title") or split_heading(text[head.body_start :], "")[1])
    slug = str(values.get("slug") or "") or slugify(title) or slugify(title_of(file))
    return Post(file, str(values.get("source_id") or ""), slug)
