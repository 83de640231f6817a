"""Imports planned for a site that is made up in a line: what the tests of planning share."""

from pathlib import Path

import pytest

from byline.authors import Author
from byline.documents import parse_yaml, split_front_matter
from byline.importers import (
    ImportedArticle,
    ImportOptions,
    ImportPlan,
    Surroundings,
    plan_import,
    read_source,
)
from byline.problems import ContentError

POSTS = Path("posts")
TEXT = "Bread, slowly\nA loaf that was hurried tells everybody at the table about it, and so do we all.\n"
BIO = (
    "Tilda M. van Brook, owner of the Noon Bakery, teaches bread making to people who have no time for it. "
    "She lives above the shop.\n"
)
TILDA = Author("tilda", "Tilda van Brook", bio="Bakes.")


def article(text: str = TEXT, name: str = "a.txt") -> ImportedArticle:
    return read_source(text.encode(), Path(name))


def plan(*articles: ImportedArticle, options: ImportOptions | None = None, **site: object) -> ImportPlan:
    return plan_import(articles, options or ImportOptions(), Surroundings(POSTS, **site))  # type: ignore[arg-type]


def refused(*articles: ImportedArticle, options: ImportOptions | None = None, **site: object) -> str:
    with pytest.raises(ContentError) as caught:
        plan(*articles, options=options, **site)
    return str(caught.value)


def front_matter(text: str) -> dict[str, object]:
    return parse_yaml(split_front_matter(text).yaml, Path("x.md")).values
