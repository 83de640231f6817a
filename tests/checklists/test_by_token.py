"""What a token tells is worked out once; ways to begin are told by index as they are one by one."""

import pytest

from byline.checklists.by_token import ByToken
from byline.checklists.first_words import Beginning, fitting

WAYS = frozenset(
    {
        Beginning("if", closed=True),
        Beginning("when", closed=True),
        Beginning("recommend"),
        Beginning("("),
        Beginning("0"),
    }
)


def test_a_token_is_asked_about_once() -> None:
    asked: list[str] = []

    def tell(token: str) -> int:
        asked.append(token)
        return len(token)

    lengths = ByToken(tell)
    assert [lengths[token] for token in ("so", "then", "so")] == [2, 4, 2]
    assert asked == ["so", "then"]


@pytest.mark.parametrize(
    "token",
    ["if", "if,", "iffy", "if_so", "when's", "whenever", "recommended", "(see", "12.", "٣", "", "'if", "re"],
)
def test_a_token_fits_where_one_of_the_ways_does(token: str) -> None:
    assert fitting(WAYS)[token] == any(way.fits(token) for way in WAYS)
