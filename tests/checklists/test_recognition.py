"""The language of a text is told by its common words, however they are written."""

import pytest

from byline.checklists.recognition import language_of


def code(text: str) -> str | None:
    language = language_of(text)
    return language.code if language else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WHAT THEY DON’T KNOW IS THAT THE DOOR IS OPEN.", "en"),
        ("Das ist nicht für die Tür, und SIE ÜBER dem Haus ist es auch nicht.", "de"),
        ("¿QUÉ ES ESTO? No se sabe, pero también PUEDE SER MUY útil para la casa.", "es"),
        ("“The—door”–is…that_of (the)house/and*you:", "en"),
        ("Det är inte för att vi har en dörr, men det är så.", None),
        ("Łódź Wrocław Gdańsk", None),
        ("12 345", None),
        ("", None),
    ],
)
def test_capitals_quotes_and_signs_beside_words_make_no_difference(text: str, expected: str | None) -> None:
    assert code(text) == expected
