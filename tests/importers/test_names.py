import pytest

from byline.authors import Author
from byline.importers.names import find_author, new_author_id, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lane", "ADA LANE"),
        ("Ada B. Lane", "Ada Lane"),
        ("Ada Berta Lane", "Ada B. Lane"),
        ("Dr. Ada Lane, PhD", "Ada Lane"),
    ],
)
def test_initials_middle_names_and_titles_make_no_other_person(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ada Lane", "Eda Lane"), ("Ada B. Lane", "Ada C. Lane"), ("Ada Lane", "Ada Land")]
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_of_two_people_with_one_name_none_is_chosen() -> None:
    authors = {key: Author(key, name) for key, name in {"a": "Ada B. Lane", "b": "Ada C. Lane"}.items()}
    assert find_author("Ada Lane", authors) is None
    assert find_author("Ada C. Lane", authors) == authors["b"]


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Dr. Ada B. Lane", (), "ada-lane"),
        ("Ada Lane", ("ada-lane",), "ada-lane-2"),
        ("José de la Peña", (), "jose-de-la-pena"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, taken: tuple[str, ...], expected: str) -> None:
    assert new_author_id(name, taken) == expected
