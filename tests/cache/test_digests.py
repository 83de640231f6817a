"""Digests: equal for equal values in every process, different for whatever could print differently."""

import subprocess
import sys
from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from itertools import combinations
from pathlib import PurePosixPath
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from byline.cache import UndigestibleError, digest


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    x: int
    y: int = 0


class Colour(Enum):
    RED = 1
    BLUE = 2


class Marked(str):
    line = 1

    def __new__(cls, text, line):
        marked = super().__new__(cls, text)
        marked.line = line
        return marked


DIFFERENT = [
    None, True, 1, 1.5, "1", "", b"1", "x", Markup("x"), [], {}, set(), [1], [[1]], ["1"], {"1"}, {1},
    {"a": 1}, {1: "a"}, {"1": "a"}, {None: "a"}, {"null": "a"}, [["a", 1]], {"a": 1, "b": 2},
    {"b": 2, "a": 1},
    Point(1), Place(1), Point(1, 1), ["Point", 1, 0], Colour.RED, Colour.BLUE, date(2026, 1, 1), "2026-01-01",
    datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=ZoneInfo("UTC")),
    datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1))), ZoneInfo("UTC"), "UTC", PurePosixPath("x"),
    OrderedDict(a=1), defaultdict(int, a=1), "\ud800", float("inf"), 2**70, ["date", "2026-01-01"],
]  # fmt: skip


def test_values_that_could_print_differently_have_different_digests():
    for one, other in combinations(DIFFERENT, 2):
        assert digest(one) != digest(other), (one, other)


def test_parts_are_told_apart():
    assert digest("a", "b") != digest("ab") != digest("a,b")
    assert digest(["a"], "b") != digest("a", ["b"]) != digest(["a", "b"])
    assert digest() != digest(None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, [2]), [1, (2,)]),
        (MappingProxyType({"a": 1}), {"a": 1}),
        ({"b", "a", "c"}, {"c", "b", "a"}),
        ("".join(["in", "terned"]), "interned"),
    ],
)
def test_equal_values_have_equal_digests(one, other):
    assert digest(one) == digest(other)


class Stateful:
    pass


CYCLE: list[object] = []
CYCLE.append(CYCLE)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(object(), id="object"),
        pytest.param(Stateful(), id="instance"),
        pytest.param(len, id="built-in function"),
        pytest.param(lambda: 0, id="function"),
        pytest.param((number for number in ()), id="generator"),
        pytest.param(Marked("x", 3), id="text with more"),
        pytest.param(CYCLE, id="cycle"),
        pytest.param(Point, id="class"),
        pytest.param(iter([]), id="iterator"),
    ],
)
def test_what_its_parts_do_not_tell_is_refused(value):
    with pytest.raises(UndigestibleError):
        digest(value)
    with pytest.raises(UndigestibleError):
        digest({"within": [value]})


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=50)
@given(plain, plain)
def test_digests_are_equal_for_equal_values_alone(one, other):
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


def test_every_process_comes_to_the_same_digest():
    script = "from byline.cache import digest; print(digest({'a', 'b', 'c'}, {'x': [1, 'y' * 3]}, 'z'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=30,
        ).stdout
        for seed in "123"
    }
    assert said == {digest({"a", "b", "c"}, {"x": [1, "yyy"]}, "z") + "\n"}
