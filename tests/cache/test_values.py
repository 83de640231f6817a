"""Values as bytes: what comes back is what JSON would give back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.cache.values import LONG, from_bytes, to_bytes

LONG_TEXT = '<p class="a">\n' * LONG
TEXTS = st.text() | st.text(min_size=LONG, max_size=LONG + 2) | st.just(LONG_TEXT)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)


@given(VALUES)
def test_a_value_comes_back_as_json_gives_it_back(value):
    assert from_bytes(to_bytes(value)) == json.loads(json.dumps(value))


@pytest.mark.parametrize(
    "value",
    [
        "",
        LONG_TEXT,
        "ü\ud800",
        ["ü\ud800" * LONG, 1, LONG_TEXT],
        [],
        [""],
        ["", LONG_TEXT],
        [[LONG_TEXT, [[0, 1]]], [[0, 256]]],
        {"a": LONG_TEXT, "b": {"c": LONG_TEXT}},
        {LONG_TEXT: LONG_TEXT},
        {1: LONG_TEXT, "1a": LONG_TEXT},
    ],
)
def test_long_texts_come_back_wherever_they_stand(value):
    assert from_bytes(to_bytes(value)) == json.loads(json.dumps(value))


def test_a_value_that_is_written_stays_as_it_is():
    value = [LONG_TEXT, {"a": LONG_TEXT}]
    to_bytes(value)
    assert value == [LONG_TEXT, {"a": LONG_TEXT}]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]x", b"1x", b"[[],[[0,1]]]x", b'[{},[["a"]]]x', b"[[],2]x", b"\xff", b"[" * 100_000],
)
def test_what_is_no_value_is_refused(data):
    with pytest.raises(ValueError):
        from_bytes(data)
