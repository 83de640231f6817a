"""The author file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.authors import Author, ProfileLink, add_author, parse_authors
from byline.problems import ContentError

FILE = Path("authors.yml")
READABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: text.strip()
)


MATERIALS = """\
authors:
  ada:
    name: Ada
    description: Writes
    avatar: https://a.example/a.png
    url: https://a.example
"""
LINKS = """\
authors:
  ada:
    name: Ada
    links:
      - {label: B, url: https://b.example}
      - {label: A, url: mailto:a@a.example}
"""


def test_an_author_file_of_materials_blog_is_read():
    assert parse_authors(MATERIALS, FILE)["ada"] == Author(
        "ada", "Ada", "Writes", avatar="https://a.example/a.png", url="https://a.example", slug="ada", line=2
    )


def test_links_elsewhere_are_kept_in_order():
    links = parse_authors(LINKS, FILE)["ada"].links
    assert links == (ProfileLink("B", "https://b.example"), ProfileLink("A", "mailto:a@a.example"))


def test_all_problems_of_an_author_file_are_found_at_once():
    text = "authors:\n  ada:\n    nam: Ada\n    url: javascript:x\n  b c:\n    name: B\n    email: nowhere\n"
    with pytest.raises(ContentError) as error:
        parse_authors(text, FILE)
    assert [problem.line for problem in error.value.problems] == [2, 3, 4, 5, 7]


@pytest.mark.parametrize("text", ["", "authors:\n", "# nobody yet\n"])
def test_a_file_without_authors_holds_nobody(text):
    assert parse_authors(text, FILE) == {}


def test_adding_an_author_leaves_everything_else_as_it_is():
    before = "# our people\nauthors:\n    ada: # first\n        name: 'Ada'\n\nother: kept\n"
    after = add_author(before, Author("bo", "Bo Ruiz", bio="One.\n\nTwo."))
    assert after == (
        "# our people\nauthors:\n    ada: # first\n        name: 'Ada'\n"
        "    bo:\n      name: Bo Ruiz\n      bio: |-\n        One.\n\n        Two.\n\nother: kept\n"
    )


@pytest.mark.parametrize(
    "before", ["", "authors:\n", "authors: {}\n", "# empty\n", "authors:\r\n  a:\r\n    name: A\r\n"]
)
@given(name=READABLE, bio=READABLE)
def test_an_added_author_reads_back_as_given(before, name, bio):
    text = add_author(before, Author("new", name, bio=bio))
    assert (added := parse_authors(text, FILE)["new"]).name == name.strip()
    assert added.bio == bio.strip()


@pytest.mark.parametrize(
    ("name", "initials"), [("Ada Quill", "AQ"), ("Cher", "C"), ("Wilhelmina “Mina” Sørby", "WS"), ("…", "")]
)
def test_initials_stand_in_for_a_portrait(name, initials):
    assert Author("x", name).initials == initials
