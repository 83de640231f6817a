"""Text files with a YAML head."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.documents import parse_yaml, split_front_matter
from byline.problems import ContentError

FILE = Path("post.md")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_body_begins_where_its_line_says(newline):
    text = newline.join(["---", "title: x", "---", "", "Body", ""])
    head = split_front_matter(text)
    assert text[head.body_start :].startswith("Body")
    assert head.body_line == 5
    assert parse_yaml(head.yaml, FILE, first_line=head.yaml_line).line("title") == 2


def test_a_text_without_front_matter_is_all_body():
    assert split_front_matter("Just text.\n\n---\n\nMore.").body_start == 0


def test_a_byte_order_mark_does_not_hide_the_front_matter():
    assert "title" in split_front_matter("\ufeff---\ntitle: x\n---\nBody").yaml


@pytest.mark.parametrize(
    ("yaml", "line", "wrong"),
    [
        ("a: 1\nb: 2\na: 3", 4, "`a` is written twice"),
        ("a: &x [1]\nb: *x", 2, "an alias"),
        ("- a\n- b", 2, "not a list of keys and values"),
        ("t: x\nd: 2026-13-45", 3, "`2026-13-45` cannot be read"),
        ("a: [x\nb: c", 3, "this YAML cannot be read"),
        ("t: x\na: !!python/object:os.system x", 3, "cannot be read"),
        ("? [a]\n: b", 2, "a key is not a plain word"),
        ("t: x\n!!int b: c", 3, "`b` cannot be read"),
        ("a: " + "[" * 40 + "]" * 40, 2, "nested too deeply"),
        ("a: " + "x" * 300_000, 2, "over 256 KiB"),
    ],
)
def test_yaml_that_cannot_be_used_is_refused_with_its_line(yaml, line, wrong):
    with pytest.raises(ContentError) as error:
        parse_yaml(yaml, FILE, first_line=2)
    assert error.value.problems[0].line == line
    assert wrong in error.value.problems[0].wrong


@given(st.text())
def test_any_text_is_yaml_or_a_problem_and_never_a_crash(text):
    head = split_front_matter(text)
    assert 0 <= head.body_start <= len(text)
    try:
        parse_yaml(text, FILE)
    except ContentError as error:
        assert error.problems


@given(st.text(alphabet=":-{}[]&*!|>'\"\n ab#,?"))
def test_any_mixture_of_yaml_signs_is_yaml_or_a_problem(text):
    try:
        parse_yaml(text, FILE)
    except ContentError as error:
        assert all(problem.line >= 1 for problem in error.problems)


@pytest.mark.parametrize(
    ("yaml", "values"),
    [
        ("a: 1\nb: [x, {c: no}]\n2: 1.10", {"a": 1, "b": ["x", {"c": False}], 2: "1.10"}),
        ("a: !!set {x, y}\nb: [z]", {"a": {"x", "y"}, "b": ["z"]}),
        ("a: !!map {x: !!str 1}\nb: !!omap [z: 2]", {"a": {"x": "1"}, "b": [("z", 2)]}),
    ],
)
def test_yaml_holds_what_its_tags_say(yaml, values):
    assert parse_yaml(yaml, Path("a.md")).values == values


def test_a_list_that_is_tagged_as_a_mapping_is_refused():
    with pytest.raises(ContentError):
        parse_yaml("a: !!map [x]", Path("a.md"))
