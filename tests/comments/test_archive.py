"""Files of archived comments: read strictly, and every problem said with its line."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from byline.comments import Written, converse, doubles, read_archive
from byline.documents import parse_records
from byline.documents.records import MOST_BYTES
from byline.problems import ContentError, in_file_order

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "archives.yml").read_text(encoding="utf-8")
)
FILE = Path("first.comments.yml")
BERLIN = ZoneInfo("Europe/Berlin")


def named(expected: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES if expected in case]


def read(text: str) -> list[Written]:
    found, problems = read_archive(text, FILE, zone=BERLIN)
    assert not problems
    return found


def nested(depth: int) -> str:
    lines = (f"{'    ' * n}- id: a{n}\n{'    ' * n}  text: x\n{'    ' * n}  replies:\n" for n in range(depth))
    return "".join(lines)


def problems_in(text: str) -> list[str]:
    try:
        found, problems = read_archive(text, FILE, zone=BERLIN)
    except ContentError as error:
        return [f"{one.line}: {one.wrong}; {one.mend}" for one in error.problems]
    problems += doubles(found)
    if not problems:
        problems = converse(found)[1]
    return [f"{one.line}: {one.wrong}; {one.mend}" for one in in_file_order(problems)]


@pytest.mark.parametrize("case", named("said"))
def test_every_problem_is_said_with_its_line(case):
    said = problems_in(nested(case["deep"]) if "deep" in case else case["file"])
    assert len(said) == len(case["said"]), said
    for one, expected in zip(said, case["said"], strict=True):
        assert one.startswith(expected)


@pytest.mark.parametrize("case", named("read"))
def test_comments_are_read_as_they_are_meant(case):
    comments = [one.comment for one in read(case["file"])]
    assert [[c.id, c.author, c.html] for c in comments] == [
        [str(identity), author, html] for identity, author, html in case["read"]
    ]


def test_a_file_that_is_far_too_large_is_refused():
    with pytest.raises(ContentError, match="over 16 MiB"):
        parse_records("#" * (MOST_BYTES + 1), FILE)


def test_a_time_without_a_zone_is_the_sites():
    dates = ["2019-03-04T10:00:00+00:00", "2019-07-04 10:00", "2019-03-04", "2019-03-04T10:00:00Z"]
    found = read("".join(f"- {{id: a{n}, text: x, date: '{date}'}}\n" for n, date in enumerate(dates)))
    assert [one.comment.date for one in found] == [
        datetime.fromisoformat("2019-03-04T10:00:00+00:00"),
        datetime.fromisoformat("2019-07-04T10:00:00+02:00"),
        datetime.fromisoformat("2019-03-04T00:00:00+01:00"),
        datetime.fromisoformat("2019-03-04T10:00:00+00:00"),
    ]


def test_the_words_of_a_comment_are_known_without_its_markup():
    html = (
        '<p>One <em>two</em>th &amp; <a href="https://a.example/?x=>y">three</a></p><ul><li>four<li>five</ul>'
    )
    assert read(f"- {{id: a, html: '{html}'}}")[0].comment.text == "One twoth & three\nfour\nfive"


def test_ten_thousand_nested_elements_are_read():
    html = "<blockquote>" * 10_000 + "<script>x</script>"
    assert "script" not in read(f"- {{id: a, html: '{html}'}}")[0].comment.html
