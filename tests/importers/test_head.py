from datetime import date

import pytest

from byline.importers.head import take_head
from byline.importers.head_lines import HeadLine, read_head_line
from byline.importers.imported import Pasted

DAY = date(2019, 3, 3)
LONG = (
    "The kiln runs hot on the top shelf and cold below, and whoever glazes for one of them loses the other."
)


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 2019", "Mar. 3rd, 2019", "3 March 2019", "Sunday, 3rd of March 2019", "2019-03-03",
        "2019/3/3", "3.3.2019", "Posted on March 3, 2019", "Published: March 3, 2019 at 9:15 am",
        "March 3, 2019 | 5 min read", "March 3, 2019 · Leave a comment", "Posted on March 3, 2019 in Glazes",
    ],
)  # fmt: skip
def test_a_date_line_is_known(line: str) -> None:
    assert read_head_line(line) == HeadLine(days=(DAY,))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Nela Brandvik", ("Nela Brandvik",)),
        ("By: Nela Brandvik", ("Nela Brandvik",)),
        ("BY NELA BRANDVIK", ("Nela Brandvik",)),
        ("Written by Nela Brandvik, PhD", ("Nela Brandvik",)),
        ("by Nela Brandvik, head of glazes", ("Nela Brandvik",)),
        ("By Nela Brandvik and Ole de Wit", ("Nela Brandvik", "Ole de Wit")),
        ("by admin", ("admin",)),
    ],
)
def test_a_byline_is_known(line: str, names: tuple[str, ...]) -> None:
    assert read_head_line(line) == HeadLine(names)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on March 3, 2019 by Nela Brandvik", "By Nela Brandvik on March 3, 2019",
        "by Nela Brandvik, March 3, 2019",
        "Nela Brandvik | March 3, 2019", "By Nela Brandvik — March 3, 2019",
    ],
)  # fmt: skip
def test_a_byline_and_a_date_may_share_a_line(line: str) -> None:
    assert read_head_line(line) == HeadLine(("Nela Brandvik",), (DAY,))


@pytest.mark.parametrize(
    "line",
    [
        "By the numbers", "By hand", "By Monday the glaze was dry.", "March 3, 2019 was a cold day",
        "Paris, March 3, 2019", "February 30, 2019", "Nela Brandvik", "3.14.15", "",
        "May the kiln be kind", LONG,
        "By Nela Brandvik, who told me that the kiln had a will of its own and a diary.",
    ],
)  # fmt: skip
def test_other_lines_are_no_head_lines(line: str) -> None:
    assert read_head_line(line) is None


def test_a_date_that_can_be_read_in_two_ways_gives_both() -> None:
    found = read_head_line("3/4/2019")
    assert found and found.days == (date(2019, 3, 4), date(2019, 4, 3))


def test_the_day_of_an_update_is_no_day_of_the_article() -> None:
    assert read_head_line("Last updated on March 3, 2019") == HeadLine()


def test_what_stands_under_a_title_is_lifted() -> None:
    pasted = take_head(Pasted(("Kilns are a story.", "", "by Nela Brandvik", "March 3, 2019", "", LONG)))
    assert pasted.heading == "Kilns are a story."
    assert (pasted.names, pasted.days) == (("Nela Brandvik",), (DAY,))
    assert pasted.head == ("by Nela Brandvik", "March 3, 2019")
    assert pasted.blocks == ("", LONG)


def test_a_date_above_the_title_is_lifted_too() -> None:
    pasted = take_head(Pasted(("March 3, 2019", "Kilns are a story", "by Nela Brandvik", LONG)))
    assert (pasted.heading, pasted.days, pasted.blocks) == ("Kilns are a story", (DAY,), (LONG,))


@pytest.mark.parametrize(
    "blocks",
    [
        ("Kilns are a story", LONG),
        ("By Design We Wait", LONG),
        ("Kilns are a story", "by Nela Brandvik"),
        (LONG + LONG, "March 3, 2019", LONG),
        ("Kilns are a story", LONG, "March 3, 2019", LONG),
    ],
)
def test_other_texts_are_left_alone(blocks: tuple[str, ...]) -> None:
    assert take_head(Pasted(blocks)) == Pasted(blocks)
