import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.importers.decode import SOFT_BREAK, clean, decode
from byline.problems import ContentError

FILE = Path("notes.txt")


def test_a_mark_line_ends_and_split_accents_are_made_plain() -> None:
    decoded = decode("\ufeffcafe\u0301\r\nbar\rend".encode(), FILE)
    assert decoded.text == "caf\u00e9\nbar\nend"
    assert decoded.control_characters == 0


def test_control_characters_are_dropped_and_counted() -> None:
    decoded = decode(b"one\x00two\x07 three\x1cfour and a few more words here", FILE)
    assert decoded.text == "onetwo three four and a few more words here"
    assert decoded.control_characters == 3


def test_breaks_inside_a_line_do_not_count_as_lines() -> None:
    assert clean("one\x0btwo\x0cthree")[0] == f"one{SOFT_BREAK}two{SOFT_BREAK}three"


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"one\ncaf\xe9 two", 2, "byte 7 is 0xe9"),
        (b"one\ncaf\xe9 two", 2, "--encoding cp1252"),
        ("Wörter".encode("utf-16"), 1, "--encoding utf-16"),
        (bytes(range(1, 32)) * 3, 1, "this is no text"),
        (b"x" * (10 * 1024 * 1024 + 1), 1, "over 10 MiB"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        decode(data, FILE)
    assert caught.value.problems[0].line == line
    assert said in str(caught.value)


def test_another_encoding_is_read_when_it_is_named() -> None:
    assert decode("Käse – Brot".encode("cp1252"), FILE, "cp1252").text == "Käse – Brot"


@pytest.mark.parametrize("encoding", ["klingon", "hex", "idna\x00"])
def test_an_unknown_encoding_is_a_problem(encoding: str) -> None:
    with pytest.raises(ContentError, match="cannot decode"):
        decode(b"text", FILE, encoding)


@given(st.text())
def test_clean_text_stays_clean(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, 0)
    assert unicodedata.is_normalized("NFC", cleaned)
