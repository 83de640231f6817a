from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from byline.importers.loss import account, same_words, words_of


def test_words_are_counted_on_both_sides() -> None:
    loss = account("one two three four", out=["one two"], bio="three", dropped=["four"])
    assert str(loss) == "words: 4 in = 2 out + 1 in a bio + 1 dropped, 0 unaccounted"


def test_lost_doubled_and_changed_words_are_unaccounted_for() -> None:
    assert account("one two", out=["one"]).strays == ("two",)
    assert account("one two", out=["one two two"]).strays == ("two",)
    assert account("one two", out=["one tow"]).unaccounted == 2


def test_numbers_use_separators() -> None:
    assert "1,200 in = 1,200 out" in str(account("w " * 1200, out=["w " * 1200]))


def test_list_signs_and_accents_do_not_matter() -> None:
    assert words_of("a) Cafe\u0301 1) x • –") == Counter(["cafe", "x"])


def test_a_glued_form_is_counted_as_words_of_its_own() -> None:
    assert words_of("end.Leave a Reply") == words_of("end. Leave a Reply")


def test_order_matters_where_two_titles_are_compared() -> None:
    assert same_words("Bread, slowly!", "bread slowly")
    assert not same_words("slowly bread", "bread slowly")


@given(st.text(), st.text())
def test_a_text_cut_in_two_is_whole(one: str, two: str) -> None:
    assert account(f"{one}\n{two}", out=[one], dropped=[two]).unaccounted == 0
