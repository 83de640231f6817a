from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.importers import ImportedArticle, read_plain_text, read_source
from byline.problems import ContentError
from growth import growth

PIECES = """\
- an item
  – another
1. one
2) two
a) letter
b) letter

***
# sign
Leave a Reply
the end.Leave a Reply
Share this:
Filed under: bread
A Heading Line
One line of text that goes on for a while, and ends about here, or so
Ada Lane, baker and author, writes about bread for people with ovens. She lives in a mill.
_a_ *b* `c` <d> &amp; \\ [e](f)
2019. A year
1.Tight
2.Tight too
•\tA bullet
o\tBelow it
▪ And below that
o
• 3.Glued
by Ada Lane
March 3, 2019
Posted on 3/4/2019 by Ada Lane
A SHOUTED LINE OF SAAS
2 Comments
Ada says:
see https://a.org/b_c. Or www.a.org/_d_, or a_b@c.org!
About the author: Ada Lane, baker and author, writes about bread for people. She lives in a mill.
About the author""".split("\n")
ODD_PIECES = ["   ", "e\u0301te\u0301\x00 \x0bx", "\u2028", "\ufeff", "\x1c", "\u00a0- x"]
SOME_TEXT = st.text(max_size=300) | st.lists(st.sampled_from(PIECES + ODD_PIECES), max_size=14).map("\n".join)


@settings(deadline=None, max_examples=150)
@given(SOME_TEXT)
def test_no_text_loses_a_word_or_stops_the_reading(text: str) -> None:
    try:
        article = read(text)
    except ContentError as error:
        assert error.problems
    else:
        assert article.loss.unaccounted == 0
        assert article.titles
        loss = article.loss
        assert loss.came_in == loss.went_out + loss.in_bio + loss.dropped


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["x.txt", "x.md"]))
def test_any_bytes_are_read_or_refused_with_a_problem(data: bytes, name: str) -> None:
    try:
        read_source(data, Path(name))
    except ContentError as error:
        assert all(problem.mend for problem in error.problems)


def test_a_huge_text_is_read_whole() -> None:
    article = read("word " * 400_000)
    assert article.loss.unaccounted == 0
    assert article.loss.came_in == 400_000


@pytest.mark.parametrize(
    "piece",
    [
        "x", "word ", "[a", "*a_", "](a", "xLeave a Reply", "a.b", "<a", "1. x\n", "`a ", "(http://", "http://a.",
        "www.a", "a.", "a@", "<1", "o x\n", "1.x\n", "x\n2 Comments\n", "3/4/2019 ", "by A",
    ],
)  # fmt: skip
def test_reading_takes_as_much_longer_as_a_text_is(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (30_000, 240_000))
    assert read(long).loss.unaccounted == 0
    assert growth(lambda: read(short), lambda: read(long), rounds=2) < 8 * 3


def read(text: str) -> ImportedArticle:
    return read_plain_text(text.encode("utf-8", "replace"), Path("a.txt"))
