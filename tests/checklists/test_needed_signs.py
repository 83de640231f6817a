"""Patterns are only tried on texts that hold a sign they need, or begin as they may: nothing is missed."""

from itertools import chain

import pytest

from byline.checklists.languages import language_codes, load_language
from byline.checklists.needed_signs import fewest_signs, finds, needed_signs, needing
from byline.checklists.openers import find_opener, has_condition, lowered
from byline.checklists.reading import read_article
from checklists.test_cases import CASES


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r",\s+(?:so|but)\s", (",",)),
        (r"[:;]\s+", (":", ";")),
        (r"\s[–—-]+\s", ("–", "—", "-")),
        (r"\s\(", ("(",)),
        (r"\b(?:so|and then)\s+", ("so", "and then")),
        (r"(?<! just)(?<! only),? because ", (" because ",)),
        (r", so (?=you\b)", (", so ",)),
        (r"(?<=\w)—(?=\w)", ("—",)),
        (r"; ?", (";",)),
        (r"colou?r", ("colo",)),
        (r"(?:so|but)? then", ("",)),
        (r"(?:so|bu?t) then", ("",)),
        (r"[^a]b", ("",)),
        (r"[a-f]b", ("",)),
        (r"[:;]? b", ("",)),
        (r"\d+ b", ("",)),
        (r"a?", ("",)),
    ],
)
def test_the_signs_that_a_pattern_needs_are_known_or_owned_to_be_unknown(pattern, signs):
    assert needed_signs(pattern) == signs


def test_of_signs_that_hold_one_another_the_shortest_is_asked_for():
    assert fewest_signs([r", so (?=you)", r"\s--?\s", r"(?<=\w)-", r", "]) == (", ", "-")
    assert fewest_signs([r"\d", r", "]) == ("",)


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_no_break_and_no_reason_is_missed_for_want_of_its_signs(code):
    language = load_language(code)
    rules, reason = language.mood, language.wording.reason
    for text in _sentences():
        for pattern in (*rules.kinds, *rules.turns):
            assert finds(pattern, text, 1) == bool(pattern[1].search(text, 1)), text
        if not any(sign in text for sign in language.wording.signs_of_reason):
            assert not reason.search(text), text
        assert any(finds(kind, text, 0) for kind in rules.kinds) == bool(rules.breaks.search(text)), text


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_no_opener_and_no_condition_is_missed_for_want_of_its_first_word(code):
    openings = load_language(code).openings
    for text in map(lowered, _sentences()):
        for place in (0, *(number + 1 for number, sign in enumerate(text) if sign == " ")):
            found = openings.label.match(text, place) or openings.opener.match(text, place)
            opener = find_opener(text, openings, place)
            assert (opener and opener.span()) == (found and found.span()), text[place:]
            is_condition = openings.condition.match(text, place) is not None
            assert has_condition(text, openings, place) == is_condition, text[place:]


def test_a_pattern_is_looked_for_from_its_place_on():
    (pattern,) = needing([r"\bso\s"])
    assert finds(pattern, "so it goes", 0)
    assert not finds(pattern, "so it goes", 1)
    assert not finds(pattern, "it also goes", 0)


def _sentences() -> set[str]:
    texts = ((case.read_bytes().decode("utf-8"), case.suffix == ".txt") for case in CASES)
    read = (read_article(text, plain=plain).sentences for text, plain in texts)
    return {sentence.text for sentence in chain.from_iterable(read)}
