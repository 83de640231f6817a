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
