import pytest

from byline.importers.comments import drop_comments
from byline.importers.imported import Pasted

ARTICLE = ("The kiln runs hot on the top shelf and cold below, and nobody knows why it does. " * 4,) * 3


@pytest.mark.parametrize(
    "heading",
    ["2 thoughts on “The kiln”", "One thought on “The kiln”", "12 Comments", "3 responses to The kiln",
     "Comments (4)", "2 Replies to “The kiln”", "1 Comment:"],
)  # fmt: skip
@pytest.mark.parametrize(
    "below",
    [
        ("Jonas says:", "We tried this."),
        ("Jonas", "March 5, 2019 at 9:12 am", "We tried this."),
        ("We tried this.", "", "Reply"),
        ("Jonas on March 5, 2019 at 9:12 am said:", "We tried this."),
    ],
)
def test_comments_below_an_article_are_dropped_whole(heading: str, below: tuple[str, ...]) -> None:
    pasted = drop_comments(Pasted((*ARTICLE, heading, *below)))
    assert pasted.blocks == ARTICLE
    assert pasted.dropped == ("\n".join((heading, *below)),)


@pytest.mark.parametrize(
    "blocks",
    [
        (*ARTICLE, "2 thoughts on “The kiln”", "It is hot.", "It is late."),
        (*ARTICLE, "Two comments on this kiln kept me awake.", "Jonas says:", "We tried this."),
        ("12 Comments", "Jonas says:", "We tried this.", *ARTICLE),
        (ARTICLE[0], "12 Comments", "Jonas says:", *ARTICLE),
        ARTICLE,
        (),
    ],
)
def test_other_texts_stay_whole(blocks: tuple[str, ...]) -> None:
    assert drop_comments(Pasted(blocks)) == Pasted(blocks)
