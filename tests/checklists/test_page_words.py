"""The words of a page are folded as those of a tip, all at once."""

from hypothesis import given
from hypothesis import strategies as st

from byline.checklists.identity import fold
from byline.checklists.page_words import APART, ended, fold_texts, spaced


@given(st.lists(st.text(), min_size=1))
def test_the_letters_of_texts_are_folded_as_each_by_itself(texts: list[str]) -> None:
    wanted = ["".join(filter(str.isalnum, fold(text))) for text in texts]
    assert ["".join(part.split()) for part in spaced(fold_texts(texts)).split(APART)] == wanted


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
