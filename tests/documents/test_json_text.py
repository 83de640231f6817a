"""JSON is written as Python's own `json` writes it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.documents import json_text

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.lists(inside, max_size=3).map(tuple)
        | st.dictionaries(st.text(), inside, max_size=3)
    ),
)


@pytest.mark.parametrize("step", [" ", "  "])
@given(data=plain)
def test_data_is_written_as_json_that_people_can_read(step, data):
    assert json_text(data, step) == json.dumps(data, ensure_ascii=False, indent=len(step))
