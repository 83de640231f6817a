import pytest

from byline.importers.imported import Pasted
from byline.importers.residue import drop_residue, is_residue


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply", "leave a comment", "Cancel reply", "12 thoughts on “Bread”", "One Response to Bread",
        "No comments yet", "Share this:", "LinkedIn", "Filed under: bread, ovens", "Tagged with flour",
        "Previous post", "Next: More bread", "← Older", "Related posts", "Like this: Like Loading...",
        "Your email address will not be published. Required fields are marked *",
    ],
)  # fmt: skip
def test_what_a_page_leaves_below_an_article_is_known(line: str) -> None:
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a reply on the counter and I will find it.", "Share this with the baker next door.",
        "Next week we bake rye.", "Two comments kept me awake.", "Tagged sheep came home first.",
    ],
)  # fmt: skip
def test_sentences_of_the_author_stay(line: str) -> None:
    assert not is_residue(line)


@pytest.mark.parametrize("end", ["the oven.", "the oven. ", "the oven!”", "the oven"])
def test_a_glued_comment_form_is_taken_off_the_last_sentence(end: str) -> None:
    pasted = drop_residue(Pasted(("Some text.", f"Close {end}Leave a Reply")))
    assert pasted.blocks == ("Some text.", f"Close {end}".rstrip())
    assert pasted.dropped == ("Leave a Reply",)


def test_only_the_end_of_a_text_is_cut() -> None:
    blocks = ("First.", "Leave a Reply", "Share this:", "Last words.")
    assert drop_residue(Pasted(blocks)).blocks == blocks


def test_a_sentence_that_ends_like_a_form_stays() -> None:
    blocks = ("Write on the wall, Leave a Reply",)
    assert drop_residue(Pasted(blocks)).blocks == blocks
