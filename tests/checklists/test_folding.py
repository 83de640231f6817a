"""Many texts are folded at once as each by itself."""

import re

from hypothesis import given
from hypothesis import strategies as st

from byline.checklists.folding import APART, ended, fold, fold_texts, folded_words, spaced


@given(st.lists(st.text(), min_size=1))
def test_the_letters_of_texts_are_folded_as_each_by_itself(texts: list[str]) -> None:
    wanted = ["".join(filter(str.isalnum, fold(text))) for text in texts]
    assert ["".join(part.split()) for part in spaced(fold_texts(texts)).split(APART)] == wanted


@given(st.lists(st.text()))
def test_the_words_of_texts_are_those_of_each_by_itself(texts: list[str]) -> None:
    assert folded_words(texts) == [re.findall(r"[^\W_]+", fold(text)) for text in texts]


def test_printed_signs_part_words_as_typed_ones_do() -> None:
    for typed, printed in [
        ('"no" - it\'s late...', "“no” – it’s late…"),
        ("a b", "a\xa0b"),
        ("a", "A\u0301"),
    ]:
        assert spaced(fold_texts([printed])).split() == spaced(fold_texts([typed])).split()


def test_sentences_and_lines_end_where_signs_say_so() -> None:
    marked = ended(fold_texts(["Ask. Wait\n\nnow, or\nlater!"]))
    assert [part.split() for part in marked.split(";")] == [["ask"], ["wait"], ["now", "or", "later"], []]
