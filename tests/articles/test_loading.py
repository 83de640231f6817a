"""Reading posts."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.articles import load_articles, parse_article
from byline.problems import ContentError

BERLIN = ZoneInfo("Europe/Berlin")
FILE = Path("posts/2026-03-04-a-post.md")


def parse(text: str):
    return parse_article(text, FILE, path=FILE.name, zone=BERLIN)


def post(fields: str, body: str = "Text.") -> str:
    return f"---\ntitle: T\ndate: 2026-03-04\n{fields}\n---\n{body}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-04", datetime(2026, 3, 4, tzinfo=BERLIN)),
        ("2026-03-04 10:30", datetime(2026, 3, 4, 10, 30, tzinfo=BERLIN)),
        ("'2026-03-04'", datetime(2026, 3, 4, tzinfo=BERLIN)),
        ("2026-03-04T10:30:00Z", datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
        ("{created: 2026-03-04}", datetime(2026, 3, 4, tzinfo=BERLIN)),
    ],
)
def test_a_date_is_read_as_authors_write_it(written, read):
    assert parse(f"---\ndate: {written}\n---\nText.").date == read


def test_created_and_updated_are_read_as_material_does():
    article = parse("---\ndate: {created: 2026-03-04, updated: 2026-04-05}\n---\nText.")
    assert article.updated == datetime(2026, 4, 5, tzinfo=BERLIN)


def test_the_title_comes_from_the_front_matter_the_heading_or_the_file_name():
    assert parse(post("", "# Heading\n\nText.")).title == "T"
    assert parse("---\ndate: 2026-03-04\n---\n# Heading #\n\nText.").title == "Heading"
    assert parse("---\ndate: 2026-03-04\n---\nText.").title == "A post"


def test_the_pages_own_heading_is_taken_off_the_body_and_lines_stay_true():
    article = parse("---\ndate: 2026-03-04\n---\n\n# Heading\n\nText.")
    assert article.body.strip() == "Text."
    assert article.text.splitlines()[article.body_line - 1 :][-1] == "Text."


@pytest.mark.parametrize(
    "text",
    [
        "---\ndate: 2026-03-04\n---\n\n# Heading\n\nText.",
        "\ufeff---\r\ndate: 2026-03-04\r\n---\r\n\r\nText.\r\n",
        "---\ndate: 2026-03-04\n---\n",
    ],
)
def test_the_text_of_a_file_is_kept_to_the_letter(text):
    assert parse(text).text == text


@pytest.mark.parametrize(
    ("written", "names"), [("[a, b]", ("a", "b")), ("a", ("a",)), ("a, b", ("a", "b")), ("", ())]
)
def test_names_come_as_a_list_or_as_one_text(written, names):
    assert parse(post(f"authors: {written}")).authors == names


@pytest.mark.parametrize(
    "field",
    [
        "slug: ../../x",
        "slug: a/b",
        "draft: maybe",
        "readtime: long",
        "authors: {a: 1}",
        "cover: javascript:alert(1)",
        "title2: x\ntags: [[a]]",
        "description: [a]",
    ],
)
def test_a_field_that_cannot_be_used_is_a_problem_with_its_line(field):
    with pytest.raises(ContentError) as error:
        parse(post(field))
    assert error.value.problems[0].line == (5 if "\n" in field else 4)


def test_a_post_is_published_once_its_date_has_come_and_it_is_no_draft():
    article = parse(post(""))
    assert article.published(datetime(2026, 3, 4, tzinfo=BERLIN))
    assert not article.published(datetime(2026, 3, 3, 22, 59, tzinfo=UTC))
    assert not parse(post("draft: true")).published(datetime(2030, 1, 1, tzinfo=UTC))


def test_a_draft_may_lack_its_date():
    assert parse("---\ndraft: true\n---\nText.").date is None


def test_all_problems_of_all_posts_are_found_at_once(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: A\nslug: '/'\ndraft: 3\n---\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text("---\ntitle: B\n---\n")
    (tmp_path / ".hidden.md").write_text("---\nbroken: [\n---\n")
    articles, problems = load_articles(tmp_path, zone=BERLIN)
    assert articles == []
    assert [(problem.file.name, problem.line) for problem in problems] == [
        ("a.md", 2),
        ("a.md", 3),
        ("a.md", 4),
        ("b.md", 2),
    ]


@given(st.text())
def test_any_text_is_an_article_or_a_problem(text):
    try:
        parse(text)
    except ContentError as error:
        assert error.problems
