"""A list put into the front matter of a text changes nothing else there."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from byline.documents import Entry, parse_yaml, put_entry, split_front_matter
from byline.problems import ContentError

FILE = Path("post.md")
CASES = yaml.safe_load((Path(__file__).parent / "edits.yml").read_text(encoding="utf-8"))
CHOICES = ("add", "skip", "reword", "order")
ITEMS = Entry("checklist", "items", ({"id": "1a2b", "text": "Ask first"}, "Sleep on it"), CHOICES)
BODY = "\n# Title\n\n---\n\nchecklist: auto\n---\nEnd"


def values(text: str) -> dict:
    head = split_front_matter(text)
    return parse_yaml(head.yaml, FILE, first_line=head.yaml_line).values


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
@pytest.mark.parametrize("body", [BODY, BODY + "\n", ""], ids=["cut", "whole", "none"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "marked"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_list(case, body, mark, newline):
    def whole(head: str) -> str:
        return mark + f"---\n{head}---\n{body}".replace("\n", newline)

    after = put_entry(whole(case["before"]), FILE, ITEMS)
    assert after == whole(case["after"])
    assert put_entry(after, FILE, ITEMS) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Title\n", "---\n{}---\n\n# Title\n"),
        ("\n\nText", "---\n{}---\n\n\nText"),
        ("\ufeffText", "\ufeff---\n{}---\n\nText"),
        ("    code\r\n", "---\r\n{}---\r\n\r\n    code\r\n"),
        ("---\n\nA rule above.\n", "---\n{}---\n\n---\n\nA rule above.\n"),
        ("---\n---\nText", "---\n{}---\nText"),
        ("---  \n \n---\nText", "---  \n{} \n---\nText"),
    ],
)
def test_a_text_without_front_matter_gets_some(before, after):
    block = "checklist:\n  items:\n    - id: 1a2b\n      text: Ask first\n    - Sleep on it\n"
    if "\r\n" in before:
        block = block.replace("\n", "\r\n")
    written = put_entry(before, FILE, ITEMS)
    assert written == after.format(block)
    assert put_entry(written, FILE, ITEMS) == written


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("+++\ntitle = 'x'\n+++\nText", 1, "TOML"),
        ("\ufeff+++\r\ntitle = 'x'\r\n+++\r\nText", 1, "TOML"),
        ("---\ntitle: x\n\nText", 1, "not whole"),
        ("\n---\ntitle: x\n---\nText", 1, "not whole"),
        ("---\rtitle: x\r---\rText", 1, "not whole"),
        ("---\ntitle: x\nchecklist: [a\n---\nText", 4, "cannot be read"),
        ("---\nchecklist: auto\nchecklist: auto\n---\nText", 3, "`checklist` is written twice"),
        ("---\na: &x [1]\nchecklist: *x\n---\nText", 2, "an alias"),
        ("---\nSome words\n---\nText", 2, "not a list of keys and values"),
        ("---\n{title: x}\n---\nText", 2, "in braces"),
        ("---\ntitle: x\n...\n---\nText", 1, "would not be read back"),
        ("---\n? checklist\n: skip: [a]\n  title: x\n---\nText", 2, "would not be read back"),
    ],
)
def test_front_matter_that_cannot_be_changed_is_a_problem_with_its_line(text, line, wrong):
    with pytest.raises(ContentError) as error:
        put_entry(text, FILE, ITEMS)
    problem = error.value.problems[0]
    assert (problem.line, wrong in problem.wrong, bool(problem.mend)) == (line, True, True), str(problem)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Charge from day one", "Charge from day one"),
        ("If it is long: call", '"If it is long: call"'),
        ("Don't: stop", '"Don\'t: stop"'),
        ('Say "no": twice', "'Say \"no\": twice'"),
        ('Don\'t say "no": ask', "'Don''t say \"no\": ask'"),
        ("C:\\: x", "'C:\\: x'"),
        ("- begin", '"- begin"'),
        ("Use C #2", '"Use C #2"'),
        ("Use C#2", "Use C#2"),
        ("😀 Smile: often", '"😀 Smile: often"'),
        ("😀 Smile", "😀 Smile"),
        ("one\u2028two", '"one\\u2028two"'),
        ("one\ntwo", '"one\\u000atwo"'),
        ("1234567890", '"1234567890"'),
        ("12e4567890", '"12e4567890"'),
        ("1234567890-2", '"1234567890-2"'),
        ("0b11010101", '"0b11010101"'),
        ("3f2a9c81b0", "3f2a9c81b0"),
        ("Yes", '"Yes"'),
        ("null", '"null"'),
        ("2026-01-01", '"2026-01-01"'),
        ("", '""'),
        ("word " * 60 + "end", "word " * 60 + "end"),
    ],
)
def test_a_text_stands_on_one_line_in_quotes_only_where_yaml_needs_them(text, written):
    after = put_entry("", FILE, Entry("checklist", "items", ({"id": "a", "text": text}, text)))
    assert f"    - id: a\n      text: {written}\n    - {written}\n" in after
    assert values(after)["checklist"]["items"] == [{"id": "a", "text": text}, text]


def test_a_list_within_the_list_stands_in_brackets():
    entry = Entry("checklist", "items", ({"id": "a", "was": ["1a", "12e4", "x, y"]},))
    after = put_entry("", FILE, entry)
    assert '      was: [1a, "12e4", "x, y"]\n' in after
    assert values(after)["checklist"]["items"][0]["was"] == ["1a", "12e4", "x, y"]


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters=":#-'\"{}[]&*!|>%@`?,\\😀\u202eא"),
    max_size=40,
)
PLAIN = st.one_of(WORDS, st.booleans(), st.integers(), st.dates(), st.none())
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=6)
CHECKLIST = st.sampled_from(["auto", True, None]) | st.fixed_dictionaries(
    {}, optional={"title": WORDS, "note": NESTED, "add": st.lists(WORDS), "items": st.lists(PLAIN)}
)
ENTRIES = st.lists(WORDS | st.fixed_dictionaries({"id": WORDS, "text": WORDS}), min_size=1).map(tuple)


BETWEEN = st.sampled_from(["", "", "\n", "# checklist: auto\n", "\n# two\n"])


@st.composite
def heads(draw: st.DrawFn) -> tuple[str, str, str]:
    """What stands above the checklist key, the key (or nothing), and what stands below it."""

    def as_yaml(mapping: dict) -> str:
        flow, style = draw(st.sampled_from([None, False])), draw(st.sampled_from([None, None, *"'\"|>"]))
        dumped = {"default_style": style, "allow_unicode": True, "sort_keys": False}
        written = yaml.safe_dump(mapping, default_flow_style=flow, **dumped)
        return yaml.safe_dump(mapping, default_flow_style=False, **dumped) if written[0] == "{" else written

    others = draw(st.dictionaries(WORDS.filter(lambda name: name != "checklist"), NESTED, max_size=4))
    parts = [as_yaml({name: value}) + draw(BETWEEN) for name, value in others.items()]
    place = draw(st.integers(0, len(parts)))
    there = draw(st.booleans())
    checklist = as_yaml({"checklist": draw(CHECKLIST)}) if there else ""
    above, below = parts[:place] if there else parts, parts[place:] if there else []
    return "".join(above), checklist, (draw(BETWEEN) if there else "") + "".join(below)


@given(heads(), ENTRIES, st.sampled_from(["\n", "\r\n"]))
def test_any_list_goes_into_any_front_matter_and_changes_nothing_beside_it(parts, entries, newline):
    above, checklist, below = (part.replace("\n", newline) for part in parts)
    above, below = f"---{newline}{above}", f"{below}---{newline}{BODY}"
    text = above + checklist + below
    try:
        before = values(text)
    except ContentError:
        assume(False)
    after = put_entry(text, FILE, Entry("checklist", "items", entries, CHOICES))
    assert (after[: len(above)], after[-len(below) :]) == (above, below)
    old, now = before.get("checklist"), values(after)["checklist"]
    kept = {name: old[name] for name in ("title", "note") if name in old} if isinstance(old, dict) else {}
    assert now == {**kept, "items": list(entries)}
    assert put_entry(after, FILE, Entry("checklist", "items", entries, CHOICES)) == after
