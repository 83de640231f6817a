import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.importers.escape import escape, unescape
from importers.shown import shown

SIGNS = st.text(alphabet="ab1 *_`[]()<>#+-.!\\{}:?=~&;^|/\"'x", min_size=1, max_size=14)


@pytest.mark.parametrize(
    "text", ["snake_case", "2 * 3", "a & b", "e.g. (this)", "10.5 percent", "x < y", "It’s"]
)
def test_text_without_a_meaning_in_markdown_stays_readable(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    "text", ["1999. A year", "# one", "> two", "+ three", "- four", "!!! note", "~~~", ": five"]
)
def test_signs_that_open_a_block_are_escaped(text: str) -> None:
    assert escape(text) != text
    assert shown(escape(text)) == text


@settings(deadline=None, max_examples=300)
@given(SIGNS.map(lambda text: " ".join(text.split())).filter(bool))
def test_a_reader_sees_exactly_the_text_that_was_escaped(text: str) -> None:
    markdown = escape(text)
    assert unescape(markdown) == text
    assert shown(markdown) == text
