"""What an article says of its comments."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from byline.articles import CommentOptions, parse_article
from byline.problems import ContentError

CASES = yaml.safe_load(Path(__file__).with_name("comment_options.yml").read_text(encoding="utf-8"))


def read(case):
    text = f"---\ntitle: T\ndate: 2026-01-01\n{case['text']}\n---\nText."
    return parse_article(text, Path("post.md"), path="post.md", zone=ZoneInfo("UTC")).comments


@pytest.mark.parametrize("case", [case for case in CASES if "is" in case], ids=lambda case: case["text"])
def test_an_article_says_how_it_is_discussed(case):
    assert read(case) == CommentOptions(**case["is"])


@pytest.mark.parametrize("case", [case for case in CASES if "says" in case], ids=lambda case: case["text"])
def test_what_cannot_be_meant_is_refused_with_its_line(case):
    with pytest.raises(ContentError) as error:
        read(case)
    assert case["says"] in str(error.value)
