"""Sentences end where a reader would stop."""

import random

import pytest

from byline.checklists.markup import see_through, visible
from byline.checklists.sentences import bare_sentences, split_sentences


def sentences(text: str) -> list[str]:
    seen = see_through(text)
    return [visible(seen[start:end]) for start, end in split_sentences(seen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go now. Come back!", ["Go now.", "Come back!"]),
        ("Ask Dr. Mora, e.g. on Friday. She knows.", ["Ask Dr. Mora, e.g. on Friday.", "She knows."]),
        ("It costs 2.50 a piece. Cheap.", ["It costs 2.50 a piece.", "Cheap."]),
        ("J. R. Miller wrote it. He lied.", ["J. R. Miller wrote it.", "He lied."]),
        ("Wait... Then go. And so on… Done.", ["Wait...", "Then go.", "And so on…", "Done."]),
        ("He said “Stop.” We did.", ["He said “Stop.”", "We did."]),
        ("“Why?” he asked. Nobody knew.", ["“Why?” he asked.", "Nobody knew."]),
        ("Take it (the big one. Yes.) along. Go.", ["Take it (the big one. Yes.) along.", "Go."]),
        ("It rains. (Hint: if it pours, wait.) Go.", ["It rains.", "(Hint: if it pours, wait.)", "Go."]),
        ("**Do this.** Then [that](http://a.b/c. D). End", ["Do this.", "Then that.", "End"]),
        ("Use `a. B` here. Fine.", ["Use a B here.", "Fine."]),
        ("1. First thing. Second.", ["1. First thing.", "Second."]),
        ("", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_what_stands_in_an_automatic_link_is_read_and_a_tag_is_not() -> None:
    seen = see_through("Go to <https://example.org/a>, write to <desk@example.org>, <b>now</b>{ .button }.")
    assert visible(seen) == "Go to https://example.org/a, write to desk@example.org, now."


def test_markup_is_blotted_out_without_moving_anything() -> None:
    source = 'A **b** [c](d "e") <i>f</i> ![g](h) it&#8217;s `x` {#id} {{ y }}'
    seen = see_through(source)
    assert len(seen) == len(source)
    assert visible(seen) == "A b c f it’s x"


def test_sentences_of_plain_words_are_the_same_as_those_looked_at_stop_by_stop() -> None:
    words = (
        "it Go no No. vol. Prof. approx. etc. e.g. test. home. you. It. do. 12. 2003. 3.5 x. I. Köln. "
        "wait... (see there.) why? go! “Stop.” “We ’tis «Ja.» done.) pág. and. Á. ß. the end. WHO. d.h. "
        "don't. 日本.".split()
    )
    choice = random.Random(1)
    for _ in range(3000):
        text = " ".join(choice.choices(words, k=choice.randrange(1, 12)))
        assert bare_sentences(text) == [text[start:end] for start, end in split_sentences(text)], text
