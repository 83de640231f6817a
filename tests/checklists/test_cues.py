"""Cues are only looked for in texts that hold a word they may begin with: that must miss none."""

import re
from itertools import chain

import pytest

from byline.checklists.cue_search import find_cues, hear
from byline.checklists.cues import Cues
from byline.checklists.first_words import Beginning, beginnings, first_words, needed_words
from byline.checklists.languages import language_codes, load_language
from byline.checklists.reading import read_article
from checklists.test_cases import CASES


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"you\b", {"you"}),
        (r"you(?<!if you)(?:'d|'ll)?(?: \w+ly| both)? (?:should|must)\b", {"you"}),
        (r"(?:should(?<!that should)|ought to|needs? to)\b", {"should", "ought", "needs", "need"}),
        (r"(?:i|we)(?:'d| would)? (?:also )?recommend\b", {"i", "we"}),
        (r"config(?:uration)? file\b", {"config", "configuration"}),
        (r"never,? (?:ever|never)\b", {"never"}),
        (r", let(?:'s| us)\b", {"let"}),
        (r"to(?:do|ask)\b|in\b", {"todo", "toask", "in"}),
        (r"we[)|]? do\b", None),
        (r"(?:[a-z]+s|team) must\b", None),
        (r"recommend\w*", None),
        (r"recommend", None),
        (r"a(?:b)+ c\b", None),
        (r"(?:a|b )?\d+", None),
        (r"do ?not\b", {"do", "donot"}),
        (r"no-*one\b", None),
        (r"\d{1,2} ?[ap]m\b", None),
    ],
)
def test_what_a_pattern_begins_with_is_known_or_owned_to_be_unknown(pattern, words):
    assert first_words(pattern) == (None if words is None else frozenset(words))


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"(?:you|your)\b", {Beginning("you", True, True), Beginning("your", True, True)}),
        (r"you(?<!if you)\b", {Beginning("you", True)}),
        (r"recommend\w*", {Beginning("recommend")}),
        (r"procure[ns]? que\b", {Beginning(word, True) for word in ("procure", "procuren", "procures")}),
        (r"nota*ble\b", {Beginning("not")}),
        (r"\d{1,2} ?uhr\b", {Beginning("0")}),
        (r"[$€]\s?\d", {Beginning("$"), Beginning("€")}),
        (r"(?:@|https?:)", {Beginning("@"), Beginning("http", True), Beginning("https", True)}),
        (r"[a-z]+s must\b", {Beginning("")}),
        (r"\w+en sie\b", {Beginning("")}),
    ],
)
def test_the_ways_in_which_a_pattern_may_begin_are_all_known(pattern, ways):
    assert beginnings(pattern) == ways


@pytest.mark.parametrize(
    ("beginning", "text", "fits"),
    [
        (Beginning("you", True), "you're", True),
        (Beginning("you", True), "your", False),
        (Beginning("you"), "your", True),
        (Beginning("0"), "15", True),
        (Beginning("0"), "٣", True),
        (Beginning("@"), "@name", True),
        (Beginning("@"), "name", False),
        (Beginning(""), "", True),
    ],
)
def test_a_beginning_fits_a_text_that_begins_so(beginning, text, fits):
    assert beginning.fits(text) is fits


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:[a-z]+s|team) (?:can and )?(?:should|must)(?! be\b)\b", {"can", "should", "must"}),
        (r"\w+en sie\b", {"sie"}),
        (r"\w+en(?: sie)?\b", None),
        (r"\w+ ?sie\b", None),
        (r"\w+ sie\b|\w+ du\b", None),
        (r"\w+ \w+ bitte\b", {"bitte"}),
    ],
)
def test_a_word_is_only_needed_where_nothing_is_found_without_it(pattern, words):
    assert needed_words(pattern) == (None if words is None else frozenset(words))


@pytest.mark.parametrize("code", sorted(language_codes()))
@pytest.mark.parametrize("section", ["sentence", "lead-in", "heading", "title"])
def test_no_cue_is_missed_for_want_of_its_words(code, section):
    language = load_language(code)
    alone = {
        name: [re.compile(_anywhere(pattern)) for pattern in patterns if not pattern.startswith("^")]
        for name, patterns in language.cues[section].items()
    }
    for text in _sentences():
        heard = hear(text)
        anywhere = {name for name, found in alone.items() if any(one.search(heard.whole) for one in found)}
        assert anywhere <= find_cues(language, section, heard), text


@pytest.mark.parametrize("code", sorted(language_codes()))
@pytest.mark.parametrize("section", ["sentence", "lead-in", "heading", "title"])
def test_the_cues_found_are_those_that_a_search_through_all_of_them_finds(code, section):
    language = load_language(code)
    alone = {
        name: [re.compile(_at_head(one) if one.startswith("^") else _anywhere(one)) for one in patterns]
        for name, patterns in language.cues[section].items()
    }
    for text in _sentences():
        heard = hear(text)
        found = {name for name, patterns in alone.items() if any(one.search(heard.whole) for one in patterns)}
        assert find_cues(language, section, heard) == found, text


def _anywhere(pattern: str) -> str:
    return (pattern if pattern.startswith(",") else f" (?:{pattern})").replace("’", "'")


def _at_head(pattern: str) -> str:
    return f"^ (?:{pattern[1:]})".replace("’", "'")


def _sentences() -> set[str]:
    texts = ((case.read_bytes().decode("utf-8"), case.suffix == ".txt") for case in CASES)
    read = (read_article(text, plain=plain).sentences for text, plain in texts)
    return {sentence.text for sentence in chain.from_iterable(read)}


def test_a_cue_is_compiled_when_a_token_asks_for_it():
    cues = Cues({"broken": ["open(\\b"], "sound": ["shut (?:it|them)\\b"]})
    assert cues.at_token["never"] is None
    assert [name for name, _ in cues.at_token["shut"].others] == ["sound"]
    with pytest.raises(re.error):
        cues.at_token["open"]
