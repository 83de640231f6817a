from byline.importers import describe
from importers.plans import BIO, TEXT, article, plan


def test_the_report_is_short_and_says_everything() -> None:
    result = plan(article(TEXT.replace("hurried", "hurreid") + BIO + "Leave a Reply\n"))
    assert describe(result.reports[0]).split("\n  ") == [
        "a.txt → posts/bread-slowly.md (draft)",
        "title: Bread, slowly (a guess)",
        *[f"   or: {title}" for title in result.reports[0].article.titles[1:]],
        "author: tilda-van-brook",
        "note: new author `tilda-van-brook`, from the bio at its end: look through it in the author file",
        "line 2: hurreid → hurried? (left as it is)",
        "dropped: “Leave a Reply”",
        "kept beside it: posts/.imported/bread-slowly.dropped.txt",
        "words: 47 in = 19 out + 25 in a bio + 3 dropped, 0 unaccounted",
    ]


def test_comments_are_told_in_short() -> None:
    comments = (
        "3 Comments\nJonas says:\n" + "We let it rise for a day and a night, and then it was gone. " * 2
    )
    result = plan(article(TEXT + "It rests. " * 60 + "\n" + comments))
    told = "dropped: “3 Comments Jonas says: We let it rise for a day and a night, and then…” (34 words)"
    assert told in describe(result.reports[0])
    assert result.new_files[1].text == comments.strip() + "\n"
