import pytest

from byline.importers.titles import is_heading, title_candidates

LONG = "A paragraph that says a good deal more than any heading would, and says it in full sentences."


@pytest.mark.parametrize(
    "line", ["Bread, slowly", "Why do we wait?", "7 ways to sharpen a plane", "# Marked"]
)
def test_a_short_first_line_above_a_longer_text_is_a_heading(line: str) -> None:
    assert is_heading((line, LONG))


@pytest.mark.parametrize(
    "line",
    [
        "We waited.",
        "so we waited",
        "- an item",
        "Dear Sir",
        "By Runa Holt",
        "May 3, 2011",
        "So:",
        LONG,
        "***",
    ],
)
def test_other_first_lines_are_text(line: str) -> None:
    assert not is_heading((line, LONG))


def test_early_short_sentences_are_offered_before_others() -> None:
    blocks = ("And so it began. Nobody sharpens a plane at night. " + LONG, "Oil comes before steel.", LONG)
    titles = title_candidates("", blocks, "a.txt")
    assert titles == ("Nobody sharpens a plane at night", "Oil comes before steel", "And so it began")


def test_a_telling_file_name_is_a_candidate() -> None:
    assert "How to sharpen planes" in title_candidates("", (LONG,), "2014-05-06-how-to-sharpen-planes.txt")


def test_there_is_always_a_title() -> None:
    assert title_candidates("", (), "x.txt") == ("x.txt",)


@pytest.mark.parametrize(
    ("heading", "spelled"),
    [
        ("WHY OUR SAAS PRICING IS A STORY", "Why our SAAS pricing is a story"),
        ("SLOW DOWN: I WAITED, AND I’M GLAD", "Slow down: I waited, and I’m glad"),
        ("DON’T SHARPEN AT NIGHT", "Don’t sharpen at night"),
    ],
)
def test_a_heading_in_capitals_is_offered_as_a_sentence_too(heading: str, spelled: str) -> None:
    assert title_candidates(heading, (LONG,), "a.txt")[:2] == (heading, spelled)


def test_bylines_and_dates_are_no_titles() -> None:
    blocks = ("by Runa Holt", "March 3, 2019", "Posted on May 3, 2011 by Runa Holt", LONG)
    assert not {"by Runa Holt", "March 3, 2019"} & set(title_candidates("", blocks, "a.txt"))
    assert title_candidates("", blocks, "a.txt")[0] == "A paragraph that says a good deal more"


def test_a_heading_may_begin_with_by() -> None:
    assert is_heading(("By the numbers", LONG))


def test_a_sentence_with_an_address_is_no_title() -> None:
    assert "Oil comes from www.oil.example.org" not in title_candidates(
        "", (LONG + " Oil comes from www.oil.example.org.",), "a.txt"
    )


def test_the_items_of_a_list_are_no_titles() -> None:
    assert title_candidates("", ("1.Salt the steps", "2.Sweep", LONG), "a.txt")[0].startswith("A paragraph")
