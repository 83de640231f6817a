from datetime import date
from pathlib import Path

import pytest

from byline.importers import ImportedArticle, read_plain_text, read_source
from byline.problems import ContentError

CASES = Path(__file__).parent / "cases"
TEXTS = sorted(CASES.glob("*.txt"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_pasted_text_becomes_the_markdown_beside_it(text: Path) -> None:
    article = read_plain_text(text.read_bytes(), text)
    assert article.body + "\n" == text.with_suffix(".md").read_text(encoding="utf-8")
    assert article.loss.unaccounted == 0


def test_bio_heading_and_page_ends_leave_the_body_and_are_accounted_for() -> None:
    file = CASES / "bio-and-page-ends.txt"
    article = read_plain_text(file.read_bytes(), file)
    assert article.bio is not None
    assert article.bio.name == "Tilda M. van Brook"
    assert article.bio.description == "Owner of the Noon Bakery, LLC"
    assert article.bio.text.endswith("the name of Gus.")
    assert article.heading == "Why our bakery closes at noon"
    assert article.titles[0] == article.heading
    assert article.dropped == (
        "Share this:",
        "Facebook",
        "About the author",
        "3 thoughts on “Why our bakery closes at noon”",
        "Leave a Reply Cancel reply",
    )
    loss = article.loss
    assert loss.came_in == loss.went_out + loss.in_bio + loss.dropped
    assert loss.in_bio == len(article.bio.text.split())


def test_what_a_page_prints_above_and_below_an_article_leaves_it() -> None:
    file = CASES / "head-comments-and-bio.txt"
    article = read_plain_text(file.read_bytes(), file)
    assert article.heading == article.titles[0] == "The kiln keeps its own diary"
    assert (article.names, article.days) == (("Nela Brandvik",), (date(2019, 3, 3),))
    assert article.bio and article.bio.name == "Maria-Luisa Del Vecchio"
    *head, label, comments = article.dropped
    assert head == ["by Nela Brandvik", "March 3, 2019"]
    assert comments.startswith("2 thoughts on") and comments.endswith("Leave a Reply")
    assert label == "About the author:"


def test_a_typo_is_named_with_its_line_in_the_file_and_left_as_it_is() -> None:
    article = read("First line here.\r\n\r\nThe harbuor was empty, and nobody minded that at all.\r\n")
    assert [(typo.line, typo.word, typo.suggestion) for typo in article.typos] == [(3, "harbuor", "harbor")]
    assert "harbuor" in article.body


def test_a_markdown_body_stays_as_it_is() -> None:
    body = "## Part\r\n\r\nText *with* signs  \r\n- tight\r\n\r\nLeave a Reply"
    article = read_source(f"---\r\ntitle: Given\r\n---\r\n\r\n{body}".encode(), Path("a.md"))
    assert article.body == body
    assert article.titles == ("Given",)
    assert article.dropped == ()


def test_the_top_heading_of_a_markdown_file_is_its_title() -> None:
    assert read_source(b"# Bread, slowly #\n\nText.\n", Path("a.md")).titles == ("Bread, slowly",)


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.docx", b"x", "`.docx` files cannot be imported"),
        ("a", b"x", "the file has no ending"),
        ("a.txt", b"", "there are no words in this file"),
        ("a.txt", b" \n\t\n***\n", "there are no words in this file"),
        ("a.txt", b"Leave a Reply\n", "there is no article in this file"),
        ("a.md", b"---\ntitle: x\n---\n", "there are no words in this file"),
        ("a.md", b"---\ntitle: x\ndate:\n---\nText", "`date:` is empty"),
        ("a.md", b"+++\ntitle = 'x'\n+++\nText", "this front matter is TOML"),
        ("a.md", b"---\ntitle: [\n---\nText", "this YAML cannot be read"),
    ],
)
def test_what_cannot_be_imported_is_refused_with_a_reason(name: str, data: bytes, wrong: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_source(data, Path(name))
    assert wrong in str(caught.value)


def test_a_problem_in_front_matter_names_its_true_line() -> None:
    with pytest.raises(ContentError) as caught:
        read_source(b"---\ntitle: x\ndate:\n---\nText", Path("a.md"))
    assert caught.value.problems[0].line == 3


def read(text: str) -> ImportedArticle:
    return read_plain_text(text.encode("utf-8", "replace"), Path("a.txt"))
